import { randomUUID } from 'node:crypto';
import { type MountseaClient, systemClock } from '@mountsea-suno/client';
import { type CustomModel, InvalidInputError, type Training, type TrainingStore } from '@mountsea-suno/workflow';
import { type Context, openStore } from '../context.ts';
import { commandName } from '../program/command-name.ts';
import { createDisplay } from '../progress/display.ts';
import { openBucket, openJournal } from '../songs/bucket-host.ts';
import type { Songs } from '../songs/gather-songs.ts';
import { hostSongs } from '../songs/host-songs.ts';
import { findLeftOver, notRemoved } from '../songs/left-over.ts';
import { saveFiles } from '../songs/song-files.ts';
import { dateTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { songLabel } from '../text/song-label.ts';
import { UsageError } from '../usage-error.ts';
import { begin, minuteMs, preflightOf, runOptions } from './begin-training.ts';
import { consent } from './consent.ts';
import { firstContact } from './first-contact.ts';
import { followTraining, needsNoFiles } from './follow-training.ts';
import type { TrainFlags } from './train.ts';

/** Hosts the files, trains, and takes them down when nobody needs them any more. */
export async function trainFiles(
  context: Context,
  client: MountseaClient,
  name: string,
  { songs }: Songs,
  flags: TrainFlags,
): Promise<[CustomModel, (url: string) => string | undefined]> {
  if (name.trim() === '') throw new UsageError('the name is empty');
  const store = openStore(context);
  const earlier = await findLeftOver(context, store);
  if (earlier.length > 0) {
    context.output.warn(
      `${earlier.length} files of an earlier run are still at ${earlier[0]?.place}: ${commandName} doctor --clean removes them`,
    );
  }
  const deadlineMs = (flags.deadline ?? 30) * minuteMs;
  // Whose the files are until their training has an id: doctor sees by the lock that somebody hosts them.
  const run = `hosting-${randomUUID()}`;
  const host = await openBucket(context, flags, { owner: run, apiUrl: client.baseUrl, deadlineMs });
  context.output.note(`the files go to ${plain(host.describe().place, 400)}${flags.keep === true ? '' : ' for a while'}`);
  await firstContact(client.baseUrl, context.signal);
  const audioUrls = songs.flatMap((song) => ('url' in song ? [song.url] : []));
  const check = preflightOf(client, flags.checkUrls);
  const report = await check({ client, name, audioUrls, clock: systemClock, signal: context.signal });
  if (report.problems.length > 0) throw new InvalidInputError(report.problems);
  for (const { message } of report.warnings) context.output.warn(message);
  await consent(context, client, { what: 'training a model', credits: 100, yes: flags.yes });
  const labels = songs.map((song) => songLabel('path' in song ? song.path : song.url));
  const running = await store.lock(run);
  const display = createDisplay({ output: context.output, name, labels, now: Date.now });
  try {
    const hosted = await hostSongs(songs, { host, journal: openJournal(context), display, signal: context.signal });
    // Temporary keys take the URLs with them when they end.
    if (hosted.expiresAt < Date.now() + deadlineMs)
      display.note(`warning: the URLs of the files end at ${dateTime(hosted.expiresAt)}, before the deadline`);
    let training: Training | undefined;
    try {
      const giving = givingFiles(store, (id) => (flags.keep === true ? hosted.forget() : hosted.claim(id)));
      const options = { name, audioUrls: hosted.audioUrls, store: giving, ...runOptions(flags) };
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

/** Gives the files to the training before its first record is saved: after a crash in between, doctor would take them from one that waits for them. */
function givingFiles(store: TrainingStore, give: (trainingId: string) => Promise<void>): TrainingStore {
  const lock: TrainingStore['lock'] = async (id) => {
    const taken = await store.lock(id);
    await give(id);
    return taken;
  };
  return { ...store, lock };
}
