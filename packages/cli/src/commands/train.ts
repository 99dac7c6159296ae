import type { MountseaClient } from '@mountsea-suno/client';
import { type CustomModel, type StartTrainingOptions, startTraining } from '@mountsea-suno/workflow';
import { type CommonFlags, type Context, openClient, openStore } from '../context.ts';
import { keepModel } from '../models/model-registry.ts';
import { createDisplay, type ProgressDisplay } from '../progress/display.ts';
import { plain } from '../text/plain.ts';
import { songLabel } from '../text/song-label.ts';
import { consent } from './consent.ts';
import { followTraining, modelRecord } from './follow-training.ts';

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
export interface TrainFlags extends RunFlags {
  readonly name: string;
}

/** `mountsea-suno train`. */
export async function train(urls: readonly string[], flags: TrainFlags, context: Context): Promise<void> {
  const client = await openClient(context);
  const model = await trainOn(
    context,
    client,
    { name: flags.name, audioUrls: urls, store: openStore(context), ...runOptions(flags) },
    flags,
  );
  await keepModel(context, model, client.baseUrl);
  context.output.result(modelRecord(model), ['', ...modelLines(model)]);
}

/** The part of the workflow's options that flags decide. */
export function runOptions(flags: RunFlags): Partial<StartTrainingOptions> {
  return {
    ...(flags.pollInterval === undefined ? {} : { pollIntervalMs: flags.pollInterval }),
    ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
    ...(flags.minClips === undefined ? {} : { minClips: flags.minClips }),
    ...(flags.deadline === undefined ? {} : { deadlineMs: flags.deadline * 60_000 }),
  };
}

/** Starts a training and shows it to its end: what `train` and `demo` share. */
export async function trainOn(
  context: Context,
  client: MountseaClient,
  options: Omit<StartTrainingOptions, 'client'>,
  flags: { yes?: boolean | undefined },
): Promise<CustomModel> {
  const training = await startTraining({
    ...options,
    client,
    signal: context.signal,
    // The workflow has checked its input by then and has sent nothing yet: the right moment to ask.
    preflight: async () => {
      await consent(context, client, { what: 'training a model', credits: 100, yes: flags.yes });
      return { problems: [], warnings: [] };
    },
  });
  context.resumable({ command: `resume ${training.id}`, resumeId: training.id });
  const display: ProgressDisplay = createDisplay({
    output: context.output,
    name: options.name,
    labels: options.audioUrls.map(songLabel),
    now: () => options.clock?.now() ?? Date.now(),
  });
  return await followTraining(training, display);
}

/** What people read of a trained model. */
export function modelLines(model: CustomModel): string[] {
  return [
    `Model    ${plain(model.id)}`,
    `Name     ${plain(model.name)}`,
    `Songs    ${model.clips.length}`,
    `Credits  ${model.credits}`,
    `Session  ${plain(model.sessionId)}`,
  ];
}
