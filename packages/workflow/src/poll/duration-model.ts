/** The kinds of task whose durations are known; each has a prior of its own. */
export type TaskKind = 'training' | 'upload' | 'generate';

/** What is left of a task that has run for a while, and how much of it is done. */
export interface Estimate {
  /** The median of the time that is left, in milliseconds. */
  remainingMs: number;
  /** Between 0 and 1. It falls while a task takes longer than most; to show progress, keep the highest value so far. */
  fraction: number;
}

/** How long tasks of one kind take: a prior, refined by the durations of earlier tasks. */
export interface DurationModel {
  /** How long to wait for the next poll of a task that was still running `elapsedMs` after it began. */
  nextDelayMs(elapsedMs: number): number;
  estimate(elapsedMs: number): Estimate;
}

/** A share of all tasks whose ends are spread evenly between two times (ms). */
type Box = readonly [from: number, to: number, weight: number];

/** The documented times (trainings 2–3 minutes, songs 30–120 s) with tails on both sides. The weights count in tasks: 7 weighs as much as 7 earlier tasks. */
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
/** An earlier duration stands for those that differ from it by up to this share. */
const SPREAD = 0.12;
/** One poll costs as much as this much lateness. It is the only setting that weighs polls against lateness. */
const POLL_COST_MS = 100;
const STEP_MS = 500;
const CAP_MS = 30_000;
/** A server may be faster than every prior, so no wait is longer than this plus twice the time that the task has run. */
const EARLY_MS = 2500;

/**
 * Plans the polls of tasks whose time to finish has the hazard rate h(t). The cheapest density of polls is √(h(t) / 2c), where one poll costs as much as
 * the lateness c (Barlow and Proschan's inspection problem, asymptotically): few polls while nothing can happen, many when the task is due.
 */
export function createDurationModel(kind: TaskKind, seenMs: readonly number[] = []): DurationModel {
  const boxes = PRIOR[kind].concat(seenMs.map((ms) => [ms * (1 - SPREAD), ms * (1 + SPREAD) + STEP_MS, 1]));

  /** The weight of the tasks that end after `t`. It never reaches 0, so that there is always a hazard. */
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
      for (let polls = 0; polls < 1 && delayMs < longestMs; ) {
        delayMs += STEP_MS;
        const still = after(elapsedMs + delayMs);
        const more = Math.sqrt((Math.log(left / still) * STEP_MS) / (2 * POLL_COST_MS));
        left = still;
        polls += more;
        if (polls > 1) delayMs -= (STEP_MS * (polls - 1)) / more;
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

/** How long the latest finished tasks of each kind took, in milliseconds, oldest first. It is plain JSON, kept beside the trainings. */
export type DurationHistory = Record<TaskKind, readonly number[]>;

/** How many durations of each kind are kept. */
const KEPT = 40;
const LONGEST_MS = 3_600_000;

const latest = (values: unknown): number[] =>
  Array.isArray(values) ? values.filter((ms) => Number.isFinite(ms) && ms >= 0 && ms <= LONGEST_MS).slice(-KEPT) : [];

/** The history with one more duration. The oldest one is dropped where there are too many, and a number that cannot be a duration changes nothing. */
export function learnDuration(history: DurationHistory, kind: TaskKind, durationMs: number): DurationHistory {
  return { ...history, [kind]: latest([...history[kind], Math.round(durationMs)]) };
}

/** Reads a history from JSON text. It is only a hint, so what cannot be read is left out; no text gives an empty history. */
export function parseDurations(text = 'null'): DurationHistory {
  let saved: Partial<Record<TaskKind, unknown>> | null = null;
  try {
    saved = JSON.parse(text);
  } catch {
    // A hint that cannot be read is left out.
  }
  return { training: latest(saved?.training), upload: latest(saved?.upload), generate: latest(saved?.generate) };
}
