import type { TaskKind } from './durations.ts';

/** What is left of a task that has run for a while, and how much of it is done. */
export interface Estimate {
  /** Median time still to go, in milliseconds. */
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

/** A share of all tasks that end between two times (ms), evenly. */
type Box = readonly [from: number, to: number, weight: number];

// The documented times (trainings 2-3 minutes, songs 30-120 s), tails on both sides, and a share for a server that is quicker or slower by far.
const PRIOR: Record<TaskKind, readonly Box[]> = {
  training: [
    [112e3, 190e3, 0.87],
    [20e3, 400e3, 0.12],
    [0, 1200e3, 0.01],
  ],
  upload: [
    [1e3, 20e3, 0.55],
    [5e3, 60e3, 0.42],
    [0, 600e3, 0.03],
  ],
  generate: [
    [30e3, 120e3, 0.87],
    [0, 300e3, 0.12],
    [0, 600e3, 0.01],
  ],
};
/** The prior counts for so many seen tasks: enough that a few odd ones cannot mislead. */
const PRIOR_COUNT = 8;
/** A seen duration speaks for those within 12 % of it. */
const SPREAD = 0.12;
/** One look is worth so much lateness. The only knob between looks and lateness. */
const LOOK_COST_MS = 100;
const FLOOR_MS = 500;
const CAP_MS = 30_000;
/** A server may be quicker than all priors: no wait is longer than this and twice the time that the task has run. */
const EARLY_MS = 2500;
/** Keeps the hazard finite where all tasks have ended. */
const TINY = 1e-6;
/** The times at which the model is tabulated: every 3 % from 0.25 s to 46 minutes. */
const FIRST_MS = 250;
const RATIO = 1.03;
const STEPS = 315;

/**
 * Plans looks for tasks whose time to finish has the hazard rate h(t). The density of looks that costs least is √(h(t) / 2c), where a look is
 * worth c of lateness (Barlow and Proschan's inspection problem, asymptotically): few looks while nothing can happen, many when it is due.
 */
export function createDurationModel(kind: TaskKind, seenMs: readonly number[] = []): DurationModel {
  const boxes: Box[] = PRIOR[kind].map(([from, to, weight]) => [from, to, weight * PRIOR_COUNT]);
  for (const ms of seenMs) boxes.push([ms * (1 - SPREAD), ms * (1 + SPREAD) + FIRST_MS, 1]);

  const total = PRIOR_COUNT + seenMs.length;
  // At each of the times: the weight of the tasks that have ended, how many looks were due, and the fraction done.
  const times = [0];
  for (let t = FIRST_MS; times.length <= STEPS; t *= RATIO) times.push(t);
  const ended = times.map((t) =>
    boxes.reduce((sum, [from, to, weight]) => sum + weight * Math.min(1, Math.max(0, (t - from) / (to - from))), 0),
  );
  const looks = [0];
  for (let i = 1; i < times.length; i++) {
    const width = at(times, i) - at(times, i - 1);
    const hazard = Math.log((total + TINY - at(ended, i - 1)) / (total + TINY - at(ended, i))) / width;
    const density = Math.sqrt(hazard / (2 * LOOK_COST_MS));
    looks.push(at(looks, i - 1) + width * clamp(density, 1 / CAP_MS, 1 / FLOOR_MS));
  }
  const remaining = (t: number): number => interpolate(ended, times, (interpolate(times, ended, t) + total) / 2) - t;
  let furthest = 0;
  const fractions = times.map((t) => (furthest = Math.max(furthest, t / (t + remaining(t)))));
  return {
    nextDelayMs: (elapsedMs) => {
      const planned = interpolate(looks, times, interpolate(times, looks, elapsedMs) + 1) - elapsedMs;
      return clamp(planned, FLOOR_MS, Math.min(CAP_MS, EARLY_MS + 2 * elapsedMs));
    },
    estimate: (elapsedMs) => ({ remainingMs: remaining(elapsedMs), fraction: interpolate(times, fractions, elapsedMs) }),
  };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

/** y at x on the line through the points; xs rises. */
function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  let low = 0;
  let high = xs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(xs, middle) <= x) low = middle;
    else high = middle;
  }
  const share = (x - at(xs, low)) / (at(xs, high) - at(xs, low));
  return at(ys, low) + share * (at(ys, high) - at(ys, low));
}
