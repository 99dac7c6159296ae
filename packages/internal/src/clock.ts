/**
 * The source of time. Every wait and deadline is measured by it, so that a test can let minutes pass at once.
 */
export interface Clock {
  /** The time of day, in milliseconds since the epoch. It may jump: somebody sets the clock, or a machine wakes up. */
  now(): number;
  /** Milliseconds since some fixed moment. It never jumps and never runs backwards, so it is what durations are measured by. */
  monotonic(): number;
  /** Waits `ms` milliseconds. Rejects at once with `signal.reason` when the signal aborts, and leaves no listener on it. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        if (signal?.aborted) reject(signal.reason);
        else resolve();
      };
      const timer = setTimeout(end, Math.max(0, ms)); // Node warns of a negative time.
      signal?.addEventListener('abort', end);
    }),
};

/** The longest time that `setTimeout` can count; a longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls `onElapsed` after `ms` milliseconds of the clock, unless the function that it returns is called before. A time of over 24 days never elapses. */
export function startTimer(clock: Clock, ms: number, onElapsed: () => void): () => void {
  if (ms > LONGEST_TIMER_MS) return () => {};
  if (clock === systemClock) {
    const timer = setTimeout(onElapsed, ms);
    return () => clearTimeout(timer);
  }
  const cancelled = new AbortController();
  clock.sleep(ms, cancelled.signal).then(onElapsed, () => {});
  return () => cancelled.abort('cancelled');
}
