import type { TaskKind } from './durations.ts';

/** What is left of a task that has run for a while, and how much of it is done. */
export interface Estimate {
  /** Median time still to go, in milliseconds. */
  remainingMs: number;
  /** Between 0 and 1. Falls where a task outlives most others: show the furthest that was reached. */
  fraction: number;
}

/** How long tasks of one kind take: a prior, sharpened by what was seen. */
export interface DurationModel {
  /** How long to wait for the next look at a task that was still running `elapsedMs` after it began. */
  nextDelayMs(elapsedMs: number): number;
  estimate(elapsedMs: number): Estimate;
}

/** A share of all tasks that end between two times (ms), evenly. */
type Box = readonly [from: number, to: number, weight: number];

/** The documented times (trainings 2–3 minutes, songs 30–120 s) with tails on both sides. It weighs as much as so many seen tasks. */
const PRIOR: Record<TaskKind, readonly Box[]> = {
  training: [
    [112e3, 190e3, 7],
    [20e3, 400e3, 1],
    [0, 1200e3, 0.1],
  ],
  upload: [
    [1e3, 20e3, 4.5],
    [5e3, 60e3, 3.5],
    [0, 600e3, 0.2],
  ],
  generate: [
    [30e3, 120e3, 7],
    [0, 300e3, 1],
    [0, 600e3, 0.1],
  ],
};
/** A seen duration speaks for those within so much of it. */
const SPREAD = 0.12;
/** One look is worth so much lateness. The only knob between looks and lateness. */
const LOOK_COST_MS = 100;
const STEP_MS = 500;
const CAP_MS = 30_000;
/** A server may be quicker than all priors: no wait is longer than this and twice the time that the task has run. */
const EARLY_MS = 2500;

/**
 * Plans looks for tasks whose time to finish has the hazard rate h(t). The density of looks that costs least is √(h(t) / 2c), where a look is
 * worth c of lateness (Barlow and Proschan's inspection problem, asymptotically): few looks while nothing can happen, many when it is due.
 */
export function createDurationModel(kind: TaskKind, seenMs: readonly number[] = []): DurationModel {
  const boxes = PRIOR[kind].concat(seenMs.map((ms) => [ms * (1 - SPREAD), ms * (1 + SPREAD) + STEP_MS, 1]));

  /** The weight of the tasks that end after `t`; never quite nothing, so that there is always a hazard. */
  function after(t: number): number {
    let sum = 1e-6;
    for (const [from, to, weight] of boxes) sum += weight * Math.min(1, Math.max(0, (to - t) / (to - from)));
    return sum;
  }

  return {
    nextDelayMs: (elapsedMs) => {
      const longestMs = Math.min(CAP_MS, EARLY_MS + 2 * elapsedMs);
      let delayMs = 0;
      let left = after(elapsedMs);
      for (let looks = 0; looks < 1 && delayMs < longestMs; ) {
        delayMs += STEP_MS;
        const still = after(elapsedMs + delayMs);
        const more = Math.sqrt((Math.log(left / still) * STEP_MS) / (2 * LOOK_COST_MS));
        left = still;
        looks += more;
        if (looks > 1) delayMs -= (STEP_MS * (looks - 1)) / more;
      }
      return Math.min(longestMs, delayMs);
    },
    estimate: (elapsedMs) => {
      const half = after(elapsedMs) / 2;
      let remainingMs = 0;
      for (let step = 2 ** 20; step >= 1; step /= 2) if (after(elapsedMs + remainingMs + step) > half) remainingMs += step;
      return { remainingMs, fraction: elapsedMs / (elapsedMs + remainingMs + 1) };
    },
  };
}
