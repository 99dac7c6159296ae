/**
 * Where the time comes from. The client measures waits and deadlines by it, so that a test can let minutes pass at once.
 *
 * @example
 * ```ts
 * import { createClient, systemClock } from '@mountsea-suno/client';
 *
 * const startedAt = systemClock.now();
 * await createClient({ clock: systemClock }).usage.credits();
 * if (systemClock.now() < startedAt) throw new Error('time ran backwards');
 * ```
 */
export interface Clock {
  /**
   * Milliseconds since the epoch.
   *
   * @example
   * ```ts
   * import { systemClock } from '@mountsea-suno/client';
   *
   * console.log(new Date(systemClock.now()).toISOString());
   * ```
   */
  now(): number;
  /**
   * Waits `ms` milliseconds; rejects at once with `signal.reason` when the signal aborts, and leaves no listener on it.
   *
   * @example
   * ```ts
   * import { systemClock } from '@mountsea-suno/client';
   *
   * await systemClock.sleep(60_000, AbortSignal.timeout(5)).catch(() => console.log('not for that long'));
   * ```
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The clock of the machine.
 *
 * @example
 * ```ts
 * import { systemClock } from '@mountsea-suno/client';
 *
 * await systemClock.sleep(5);
 * ```
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        if (signal?.aborted) reject(signal.reason);
        else resolve();
      };
      const timer = setTimeout(end, Math.max(0, ms)); // Node warns of a time that is past.
      signal?.addEventListener('abort', end);
    }),
};

/** Calls `onElapsed` after `ms` milliseconds of the clock, unless the function it returns is called before. */
export function startTimer(clock: Clock, ms: number, onElapsed: () => void): () => void {
  // setTimeout takes no more and would fire at once.
  if (ms > 2 ** 31 - 1) return () => {};
  if (clock === systemClock) {
    const timer = setTimeout(onElapsed, ms);
    return () => clearTimeout(timer);
  }
  const cancelled = new AbortController();
  clock.sleep(ms, cancelled.signal).then(onElapsed, () => {});
  return () => cancelled.abort('cancelled');
}
