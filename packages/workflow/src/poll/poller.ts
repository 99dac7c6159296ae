import type { Clock } from '@mountsea-suno/client';
import type { Estimate } from './duration-model.ts';
import type { DurationHistory, TaskKind } from './durations.ts';
import type { LookLimiter } from './look-limiter.ts';

export interface PollerOptions<T> {
  /** One look at a task, such as `(id, signal) => client.tasks.get(id, { signal })`. A `retryAfterMs` on the value or on the error is heeded. */
  look(key: string, signal: AbortSignal): Promise<T>;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  /** What earlier tasks taught. */
  durations?: DurationHistory;
  /** Told when a finished task has taught something, to be saved beside the trainings. */
  onLearn?(durations: DurationHistory): void;
  /** Shared by all pollers of a process. */
  limiter?: LookLimiter;
}

/** 'wait': still running (an unknown status too). 'done': it finished, learn from it. 'stop': leave it, learn nothing. */
export type Verdict = 'wait' | 'done' | 'stop';

export interface Trouble {
  error: unknown;
  /** Failed looks since the last good one. */
  failures: number;
  retryInMs: number;
}

export interface WatchOptions<T> {
  /** What is looked at: the task id. Watchers of one key share its looks. */
  key: string;
  kind: TaskKind;
  /** When the task was accepted, ms since epoch. */
  startedAt: number;
  /** The last look falls just before it, ms since epoch. */
  deadlineAt: number;
  /** A fixed beat instead of the planned schedule. */
  pollIntervalMs?: number;
  signal?: AbortSignal;
  /** Judges one good look; what it throws ends the watch. The next look waits for it. */
  onLook(value: T): Verdict | Promise<Verdict>;
  /** A look failed and will be repeated; throw to end the watch with an error that no repetition cures. */
  onTrouble?(trouble: Trouble): void;
}

export interface Poller<T> {
  /**
   * Looks at a task until its judge has seen enough. Resolves to the last verdict, or to 'deadline'. Rejects with `signal.reason` when aborted, with
   * what `onLook` or `onTrouble` threw, or with the last error once looks have failed for 5 minutes without a good one.
   */
  watch(options: WatchOptions<T>): Promise<'done' | 'stop' | 'deadline'>;
  /** How far a task of this kind is after so much time, by all that was learned. */
  estimate(kind: TaskKind, elapsedMs: number): Estimate;
  /** All that was learned, the given history included. */
  readonly durations: DurationHistory;
}

export function createPoller<T>(options: PollerOptions<T>): Poller<T> {
  void options;
  throw new Error('under construction');
}
