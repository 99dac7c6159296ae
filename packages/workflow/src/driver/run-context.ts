import type { MountseaClient, Task } from '@mountsea-suno/client';
import type { Outcome } from '../core/outcome.ts';
import type { TrainingEvent } from '../events/training-event.ts';
import type { RunOptions } from '../options.ts';
import type { Poller } from '../poll/poller.ts';
import type { RetryContext } from '../poll/retry.ts';
import type { TrainingState } from '../state/training-state.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event without the fields that all events share. */
export type EventBody = Without<TrainingEvent, 'at' | 'trainingId'>;

/** What the actions of one run work with. Its `signal` aborts when the run ends, for whatever reason. */
export interface RunContext extends RetryContext {
  client: MountseaClient;
  state(): TrainingState;
  /** Applies an outcome to the state; resolves when the store has saved the result. */
  commit(outcome: Without<Outcome, 'at'>): Promise<void>;
  poller: Poller<Task>;
  /** When the time given to the run is over, in milliseconds since the epoch. */
  deadlineAt: number;
  pollIntervalMs: number | undefined;
  settleMs: number;
  /** Called after each poll, since time has passed and so the progress may have changed. */
  onPoll(): void;
}

/** `RunOptions` in which every option that has a default is set. */
export interface RunSettings extends RunOptions {
  store: NonNullable<RunOptions['store']>;
  clock: NonNullable<RunOptions['clock']>;
  random: () => number;
  concurrency: number;
  deadlineMs: number;
  settleMs: number;
}
