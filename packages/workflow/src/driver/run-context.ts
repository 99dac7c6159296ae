import type { Clock, MountseaClient, Task } from '@mountsea-suno/client';
import type { TrainingEvent } from '../events/training-event.ts';
import type { RunOptions } from '../options.ts';
import type { Poller } from '../poll/index.ts';
import type { TrainingStore } from '../store/training-store.ts';
import type { CrashPoint } from '../testing/crash-points.ts';
import type { TrainingRecord } from './record.ts';

/** An event without what every event has. */
export type EventBody = TrainingEvent extends infer Event
  ? Event extends TrainingEvent
    ? Omit<Event, 'at' | 'trainingId'>
    : never
  : never;

/** What the actions of one run work with. */
export interface RunContext {
  client: MountseaClient;
  clock: Clock;
  random: () => number;
  record: TrainingRecord;
  poller: Poller<Task>;
  /** Aborts when the run ends, whatever the reason. */
  signal: AbortSignal;
  /** When the run's time is up, ms since epoch. */
  deadlineAt: number;
  pollIntervalMs: number | undefined;
  settleMs: number;
  point(name: CrashPoint): Promise<void>;
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
