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
import type { BareContext } from '../bare-context.ts';
import { createDisplay } from '../progress/display.ts';
import { songLabel } from '../text/song-label.ts';
import { consent } from './consent.ts';
import { firstContact } from './first-contact.ts';
import { followTraining } from './follow-training.ts';

/** The flags that say how a training is driven. */
export interface RunFlags {
  readonly yes?: boolean | undefined;
  /** Milliseconds. */
  readonly pollInterval?: number | undefined;
  readonly concurrency?: number | undefined;
  readonly minClips?: number | undefined;
  /** Minutes. */
  readonly deadline?: number | undefined;
}

/** What is agreed or asked for before a training begins. */
export interface BeginFlags {
  readonly yes?: boolean | undefined;
  /** Default: only at the real API. */
  readonly checkUrls?: boolean | undefined;
}

/** The workflow's options without the client. */
export type TrainingSetup = Omit<StartTrainingOptions, 'client'>;

/** Milliseconds in a minute, the unit of `--deadline`. */
export const minuteMs = 60_000;
const realApi = 'https://api.mountsea.ai';

/** Starts a training on URLs and shows it to its end: what `train` and `demo` share. */
export async function trainOn(
  context: BareContext,
  client: MountseaClient,
  options: TrainingSetup,
  flags: BeginFlags,
): Promise<CustomModel> {
  const training = await begin(context, client, options, flags);
  const { clock = Date } = options;
  const labels = options.audioUrls.map(songLabel);
  return await followTraining(
    training,
    createDisplay({ output: context.output, name: options.name, labels, now: () => clock.now() }),
  );
}

/** Starts a training, once its input is found good, somebody listens, and somebody agreed to pay. */
export async function begin(
  context: BareContext,
  client: MountseaClient,
  options: TrainingSetup,
  { yes, checkUrls }: BeginFlags,
): Promise<Training> {
  const check = preflightOf(client, checkUrls);
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

/** The look at balance and URLs before a training begins, if there is to be one. */
export function preflightOf(client: MountseaClient, checkUrls: boolean = client.baseUrl === realApi): PreflightCheck {
  return checkUrls ? createPreflight({ resolve: resolveHost }) : async () => ({ problems: [], warnings: [] });
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
