/** How waits between attempts grow. */
export interface Backoff {
  /** The first wait is random between 0 and this many milliseconds; each later one may be twice as long. */
  baseMs: number;
  /** No wait is longer than this, in milliseconds. */
  capMs: number;
}

/** The wait after the given failed attempt (counted from 1), in milliseconds: exponential with full jitter. `random` gives numbers in [0, 1). */
export function backoffMs(attempt: number, { baseMs, capMs }: Backoff, random: () => number): number {
  return random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
}
