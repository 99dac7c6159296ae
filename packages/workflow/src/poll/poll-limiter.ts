import type { Clock } from '@mountsea-suno/client';

/** Caps the number of polls per second. Callers get their turn in the order in which they came. */
export interface PollLimiter {
  /** Resolves when it is this caller's turn; rejects with `signal.reason` when it is aborted before. */
  take(signal?: AbortSignal): Promise<void>;
}

export interface PollLimiterOptions {
  clock: Clock;
  /** The most polls in any second, evenly spaced; there may be one more if a timer fires late. */
  pollsPerSecond: number;
}

/** A limiter that needs one timer however many callers wait. Each turn costs O(1), and a caller that is aborted costs nobody a turn. */
export function createPollLimiter({ clock, pollsPerSecond }: PollLimiterOptions): PollLimiter {
  const gapMs = 1000 / pollsPerSecond;
  // A set works as a queue that anyone can leave at once.
  const waiting = new Set<() => void>();
  let nextAt = 0;
  let serving = false;

  async function serve(): Promise<void> {
    serving = true;
    nextAt = Math.max(clock.now(), nextAt);
    try {
      for (const release of waiting) {
        // A clock that is set back must not stop the queue, so nobody waits longer than one gap.
        const waitMs = Math.min(nextAt - clock.now(), gapMs);
        if (waitMs > 0) await clock.sleep(waitMs);
        // If this caller has left in the meantime, its turn goes to the next one.
        if (!waiting.delete(release)) continue;
        // A timer that fires late by less than a gap delays nobody after it.
        nextAt = Math.max(clock.now() - gapMs, nextAt) + gapMs;
        release();
      }
    } finally {
      serving = false;
    }
  }

  return {
    take: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = (): void => {
          waiting.delete(release);
          reject(signal?.reason);
        };
        const release = (): void => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.add(release);
        if (!serving) void serve();
      }),
  };
}
