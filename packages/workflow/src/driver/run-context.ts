import type { Clock, MountseaClient, Task } from '@mountsea-suno/client';
import type { Outcome } from '../core/outcome.ts';
import type { TrainingEvent } from '../events/training-event.ts';
import type { RunOptions } from '../options.ts';
import type { Poller } from '../poll/index.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { TrainingStore } from '../store/training-store.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event without what every event has. */
export type EventBody = Without<TrainingEvent, 'at' | 'trainingId'>;

/** What the actions of one run work with. */
export interface RunContext {
  client: MountseaClient;
  clock: Clock;
  random: () => number;
  state(): TrainingState;
  /** Takes in what is known now; resolves when the store holds what follows from it. */
  commit(outcome: Without<Outcome, 'at'>): Promise<void>;
  poller: Poller<Task>;
  /** Aborts when the run ends, whatever the reason. */
  signal: AbortSignal;
  /** When the run's time is up, ms since epoch. */
  deadlineAt: number;
  pollIntervalMs: number | undefined;
  settleMs: number;
  emit(event: EventBody): void;
  /** A look was made: time has gone by. */
  onLook(): void;
}

/** `RunOptions` with everything that has a default. */
export interface RunSettings extends RunOptions {
  store: TrainingStore;
  clock: Clock;
  random: () => number;
  concurrency: number;
  deadlineMs: number;
  settleMs: number;
}
