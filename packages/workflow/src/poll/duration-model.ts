import type { TaskKind } from './durations.ts';

/** What is left of a task that has run for a while, and how much of it is done. */
export interface Estimate {
  /** Mean time still to go, in milliseconds. */
  remainingMs: number;
  /** Between 0 and 1; never falls as time goes on. */
  fraction: number;
}

/** How long tasks of one kind take: a prior, sharpened by what was seen. Immutable; share one among all tasks of a kind. */
export interface DurationModel {
  /** How long to wait for the next look at a task that was still running `elapsedMs` after it began. */
  nextDelayMs(elapsedMs: number): number;
  estimate(elapsedMs: number): Estimate;
}

export function createDurationModel(kind: TaskKind, seenMs: readonly number[] = []): DurationModel {
  void kind;
  void seenMs;
  return { nextDelayMs: () => 3000, estimate: () => ({ remainingMs: 0, fraction: 0 }) };
}
