import { randomUUID } from 'node:crypto';
import { type MountseaClient, systemClock } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import { type CustomModel, InvalidInputError, type Training, type TrainingStore } from '@mountsea-suno/workflow';
import { openStore } from '../client-and-store.ts';
import type { ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import { commandName } from '../next-step.ts';
import { createDisplay } from '../progress/display.ts';
import { type BucketFlags, openBucket, openJournal } from '../songs/bucket-host.ts';
import type { Song } from '../songs/gather-songs.ts';
import { hostSongs } from '../songs/host-songs.ts';
import { findOrphaned, notRemoved } from '../songs/hosted-files.ts';
import { saveFiles } from '../songs/song-files.ts';
import { confirmCharge } from '../terminal/confirm.ts';
import { dateTime, songLabel } from '../text/format.ts';
import { checkReachable } from './check-reachable.ts';
import {
  type BeginFlags,
  begin,
  followTraining,
  minuteMs,
  needsNoFiles,
  preflightOf,
  type RunFlags,
  runOptions,
} from './run-training.ts';

/** Hosts the files, trains, and deletes them when nobody needs them any more. */
export async function trainFiles(
  context: ConfiguredContext,
  client: MountseaClient,
  name: string,
  songs: readonly Song[],
  flags: RunFlags & BeginFlags & BucketFlags,
): Promise<[CustomModel, (url: string) => string | undefined]> {
  if (name.trim() === '') throw new UsageError('the name is empty');
  const store = openStore(context);
  const earlier = await findOrphaned(context, store);
  if (earlier.length > 0) {
    context.output.warn(
      `files of an earlier run (${earlier.length}) are still at ${earlier[0]?.place}: ${commandName} doctor --clean removes them`,
    );
  }
  const deadlineMs = (flags.deadline ?? 30) * minuteMs;
  // This is the owner of the files until their training has an id. The lock of this name shows doctor that a process hosts them.
  const run = `hosting-${randomUUID()}`;
  const host = await openBucket(context, flags, { owner: run, apiUrl: client.baseUrl, deadlineMs });
  context.output.note(`the files go to ${printableText(host.describe().place, 400)}${flags.keep === true ? '' : ' for a while'}`);
  await checkReachable(client.baseUrl, context.signal);
  const audioUrls = songs.flatMap((song) => ('url' in song ? [song.url] : []));
  const check = preflightOf(client, flags.checkUrls);
  const report = await check({ client, name, audioUrls, clock: systemClock, signal: context.signal });
  if (report.problems.length > 0) throw new InvalidInputError(report.problems);
  for (const { message } of report.warnings) context.output.warn(message);
  await confirmCharge(context, client, { purpose: 'training a model', credits: 100, yes: flags.yes });
  const labels = songs.map((song) => songLabel('path' in song ? song.path : song.url));
  const running = await store.lock(run);
  const display = createDisplay({ output: context.output, name, labels, now: Date.now });
  try {
    const hosted = await hostSongs(songs, { host, journal: openJournal(context), display, signal: context.signal });
    // URLs that were signed with temporary keys stop working when the keys do.
    if (hosted.expiresAt < Date.now() + deadlineMs)
      display.note(`warning: the URLs of the files expire at ${dateTime(hosted.expiresAt)}, before the deadline`);
    let training: Training | undefined;
    try {
      const claiming = claimingFiles(store, (id) => (flags.keep === true ? hosted.forget() : hosted.claim(id)));
      const options = { name, audioUrls: hosted.audioUrls, store: claiming, ...runOptions(flags) };
      training = await begin(context, client, options, { yes: true, checkUrls: false });
      await saveFiles(context, training.id, hosted.audioUrls, hosted.fileOf);
      return [await followTraining(training, display), hosted.fileOf];
    } finally {
      if (training === undefined || (flags.keep !== true && needsNoFiles(training))) {
        await hosted.release().catch((error: unknown) => context.output.warn(notRemoved(error)));
      }
    }
  } finally {
    display.end();
    await running.release();
  }
}

/** Makes the training the owner of its files before its first record is saved. Otherwise, after a crash in between, doctor would delete files that it needs. */
function claimingFiles(store: TrainingStore, claim: (trainingId: string) => Promise<void>): TrainingStore {
  const lock: TrainingStore['lock'] = async (id) => {
    const taken = await store.lock(id);
    await claim(id);
    return taken;
  };
  return { ...store, lock };
}
