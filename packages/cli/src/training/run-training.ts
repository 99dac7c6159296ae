import type { MountseaClient } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import {
  type CustomModel,
  createPreflight,
  type PreflightCheck,
  type StartTrainingOptions,
  startTraining,
  type Training,
} from '@mountsea-suno/workflow';
import { resolveHost } from '@mountsea-suno/workflow/node';
import type { Context } from '../context.ts';
import { createDisplay, type ProgressDisplay } from '../progress/display.ts';
import { confirmCharge } from '../terminal/confirm.ts';
import { songLabel } from '../text/format.ts';
import { checkReachable } from './check-reachable.ts';

/** The flags that say how a training runs. */
export interface RunFlags {
  readonly yes?: boolean | undefined;
  /** Milliseconds. */
  readonly pollInterval?: number | undefined;
  readonly concurrency?: number | undefined;
  readonly minClips?: number | undefined;
  /** Minutes. */
  readonly deadline?: number | undefined;
}

/** The flags for what happens before a training begins. */
export interface BeginFlags {
  readonly yes?: boolean | undefined;
  /** Default: only at the real API. */
  readonly checkUrls?: boolean | undefined;
}

/** Milliseconds in a minute, the unit of `--deadline`. */
export const minuteMs = 60_000;
const realApi = 'https://api.mountsea.ai';

/** Starts a training on URLs and shows its progress until it ends: what `train` and `demo` share. */
export async function trainOn(
  context: Context,
  client: MountseaClient,
  options: Omit<StartTrainingOptions, 'client'>,
  flags: BeginFlags,
): Promise<CustomModel> {
  const training = await begin(context, client, options, flags);
  const { clock = Date, name, audioUrls } = options;
  return await followTraining(
    training,
    createDisplay({ output: context.output, name, labels: audioUrls.map(songLabel), now: () => clock.now() }),
  );
}

/** Starts a training once its input is good, the API can be reached, and somebody has agreed to pay. */
export async function begin(
  context: Context,
  client: MountseaClient,
  options: Omit<StartTrainingOptions, 'client'>,
  { yes, checkUrls }: BeginFlags,
): Promise<Training> {
  const check = preflightOf(client, checkUrls);
  const training = await startTraining({
    ...options,
    client,
    signal: context.signal,
    // At this point the workflow has checked its input and has not sent anything yet, so this is the time to ask.
    preflight: async (input) => {
      await checkReachable(client.baseUrl, context.signal);
      const report = await check(input);
      if (report.problems.length === 0) await confirmCharge(context, client, { purpose: 'training a model', credits: 100, yes });
      return report;
    },
  });
  context.setNextStep({ command: `resume ${training.id}`, resumeId: training.id });
  return training;
}

/** The check of the balance and the URLs before a training begins. Unless it is wanted, it is a check that finds nothing. */
export function preflightOf(client: MountseaClient, checkUrls: boolean = client.baseUrl === realApi): PreflightCheck {
  return checkUrls ? createPreflight({ resolve: resolveHost }) : async () => ({ problems: [], warnings: [] });
}

/** The options of the workflow that flags decide. */
export function runOptions(flags: RunFlags): Partial<StartTrainingOptions> {
  return {
    ...(flags.pollInterval === undefined ? {} : { pollIntervalMs: flags.pollInterval }),
    ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
    ...(flags.minClips === undefined ? {} : { minClips: flags.minClips }),
    ...(flags.deadline === undefined ? {} : { deadlineMs: flags.deadline * minuteMs }),
  };
}

/** Shows the progress of a training until it ends, and returns its model. */
export async function followTraining(training: Training, display: ProgressDisplay): Promise<CustomModel> {
  const shown = (async (): Promise<void> => {
    for await (const event of training.events()) display.event(event);
  })();
  try {
    return await training.result();
  } finally {
    await shown;
    display.end();
  }
}

/** Whether every song of a training is at the server, so that its hosted files are not needed any more. */
export function needsNoFiles({ state }: Pick<Training, 'state'>): boolean {
  return state.creates.length > 0 || state.uploads.every(({ status }) => status === 'done');
}

/** What `--json` prints of a trained model. A clip of a local file has `file` in place of the URL, which has stopped working by then. */
export function modelRecord(model: CustomModel, fileOf?: (url: string) => string | undefined): Record<string, unknown> {
  const { id, name, sessionId, credits, clips } = model;
  const songs = clips.map(({ audioUrl, clipId }) => {
    const file = fileOf?.(audioUrl);
    return file === undefined ? { audioUrl, clipId } : { file, clipId };
  });
  return { modelId: id, name, sessionId, credits, clips: songs };
}

/** What people read of a trained model. */
export function modelLines(model: CustomModel): string[] {
  return [
    `Model    ${printableText(model.id)}`,
    `Name     ${printableText(model.name)}`,
    `Songs    ${model.clips.length}`,
    `Credits  ${model.credits}`,
    `Session  ${printableText(model.sessionId)}`,
  ];
}
