import type { MountseaClient } from '@mountsea-suno/client';
import {
  type CustomModel,
  createPreflight,
  type PreflightCheck,
  type StartTrainingOptions,
  startTraining,
  type Training,
} from '@mountsea-suno/workflow';
import { resolveHost } from '@mountsea-suno/workflow/node';
import { type CommonFlags, type Context, openClient, openStore } from '../context.ts';
import { keepModel } from '../models/model-registry.ts';
import { createDisplay, type ProgressDisplay } from '../progress/display.ts';
import type { BucketFlags } from '../songs/bucket-host.ts';
import { gatherSongs, type Songs } from '../songs/gather-songs.ts';
import { plain } from '../text/plain.ts';
import { songLabel } from '../text/song-label.ts';
import { UsageError } from '../usage-error.ts';
import { consent } from './consent.ts';
import { firstContact } from './first-contact.ts';
import { followTraining, modelLines, modelRecord } from './follow-training.ts';

/** The flags that say how a training is driven. */
export interface RunFlags extends CommonFlags {
  readonly yes?: boolean | undefined;
  /** Milliseconds. */
  readonly pollInterval?: number | undefined;
  readonly concurrency?: number | undefined;
  readonly minClips?: number | undefined;
  /** Minutes. */
  readonly deadline?: number | undefined;
}

/** The flags of `train`. */
export interface TrainFlags extends RunFlags, BucketFlags {
  readonly name?: string | undefined;
  /** Default: only at the real API. */
  readonly checkUrls?: boolean | undefined;
}

const minuteMs = 60_000;
const realApi = 'https://api.mountsea.ai';

/** `mountsea-suno train`. */
export async function train(given: readonly string[], flags: TrainFlags, context: Context): Promise<void> {
  const songs = await gatherSongs(given, context);
  const name = flags.name ?? songs.name;
  if (name === undefined) throw new UsageError('the model needs a name: --name NAME');
  const client = await openClient(context);
  const [model, fileOf] =
    songs.files === 0
      ? [await trainUrls(context, client, name, songs, flags)]
      : await trainFiles(context, client, name, songs, flags);
  await keepModel(context, model, client.baseUrl);
  context.output.note('');
  context.output.result(modelRecord(model, fileOf), modelLines(model));
}

async function trainUrls(
  context: Context,
  client: MountseaClient,
  name: string,
  { songs }: Songs,
  flags: TrainFlags,
): Promise<CustomModel> {
  const audioUrls = songs.flatMap((song) => ('url' in song ? [song.url] : []));
  return await trainOn(context, client, { name, audioUrls, store: openStore(context), ...runOptions(flags) }, flags);
}

/** Starts a training on URLs and shows it to its end: what `train` and `demo` share. */
export async function trainOn(
  context: Context,
  client: MountseaClient,
  options: Omit<StartTrainingOptions, 'client'>,
  flags: Pick<TrainFlags, 'yes' | 'checkUrls'>,
): Promise<CustomModel> {
  const training = await begin(context, client, options, flags);
  const { clock = Date } = options;
  const labels = options.audioUrls.map(songLabel);
  return await followTraining(
    training,
    createDisplay({ output: context.output, name: options.name, labels, now: () => clock.now() }),
  );
}

/** Hosts the files, trains, and takes them down when nobody needs them any more. */
async function trainFiles(
  context: Context,
  client: MountseaClient,
  name: string,
  { songs }: Songs,
  flags: TrainFlags,
): Promise<[CustomModel, (url: string) => string | undefined]> {
  if (name.trim() === '') throw new UsageError('the name is empty');
  const { openBucket, openJournal } = await import('../songs/bucket-host.ts');
  const { hostSongs } = await import('../songs/host-songs.ts');
  const { processOwner } = await import('../songs/left-over.ts');
  const host = await openBucket(context, flags, (flags.deadline ?? 30) * minuteMs, processOwner(process.pid));
  await firstContact(client.baseUrl, context.signal);
  await consent(context, client, { what: 'training a model', credits: 100, yes: flags.yes });
  const labels = songs.map((song) => songLabel('path' in song ? song.path : song.url));
  const display: ProgressDisplay = createDisplay({ output: context.output, name, labels, now: Date.now });
  try {
    const hosted = await hostSongs(songs, { host, journal: openJournal(context), display, signal: context.signal });
    let training: Training | undefined;
    try {
      const options = { name, audioUrls: hosted.audioUrls, store: openStore(context), ...runOptions(flags) };
      training = await begin(context, client, options, { yes: true, checkUrls: false });
      await hosted.claim(training.id);
      return [await followTraining(training, display), hosted.fileOf];
    } finally {
      if (training === undefined || needsNoFiles(training)) {
        await hosted.release(flags.keep === true).catch((error: unknown) => context.output.warn(leftOver(error)));
      }
    }
  } finally {
    display.end();
  }
}

/** Whether every song of a training is at the server. */
export function needsNoFiles({ state }: Training): boolean {
  return state.creates.length > 0 || state.uploads.every(({ status }) => status === 'done');
}

function leftOver(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `not all hosted files could be removed (${plain(why)}): mountsea-suno doctor --clean tries again`;
}

async function begin(
  context: Context,
  client: MountseaClient,
  options: Omit<StartTrainingOptions, 'client'>,
  { yes, checkUrls = client.baseUrl === realApi }: Pick<TrainFlags, 'yes' | 'checkUrls'>,
): Promise<Training> {
  const check: PreflightCheck = checkUrls
    ? createPreflight({ resolve: resolveHost })
    : async () => ({ problems: [], warnings: [] });
  const training = await startTraining({
    ...options,
    client,
    signal: context.signal,
    // The workflow has checked its input by then and has sent nothing yet: the right moment to ask.
    preflight: async (input) => {
      await firstContact(client.baseUrl, context.signal);
      const report = await check(input);
      if (report.problems.length === 0) await consent(context, client, { what: 'training a model', credits: 100, yes });
      return report;
    },
  });
  context.resumable({ command: `resume ${training.id}`, resumeId: training.id });
  return training;
}

/** The part of the workflow's options that flags decide. */
export function runOptions(flags: RunFlags): Partial<StartTrainingOptions> {
  return {
    ...(flags.pollInterval === undefined ? {} : { pollIntervalMs: flags.pollInterval }),
    ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
    ...(flags.minClips === undefined ? {} : { minClips: flags.minClips }),
    ...(flags.deadline === undefined ? {} : { deadlineMs: flags.deadline * minuteMs }),
  };
}
