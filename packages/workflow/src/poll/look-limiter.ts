import type { Clock } from '@mountsea-suno/client';

/** Lets so many looks through a second, first come, first served. */
export interface LookLimiter {
  /** Resolves when it is this caller's turn; rejects with `signal.reason` when it is aborted before. */
  take(signal?: AbortSignal): Promise<void>;
}

export interface LookLimiterOptions {
  clock: Clock;
  /** At most so many looks in any second, and one more where a timer rang late; they are spaced evenly. */
  looksPerSecond: number;
}

/** One timer however many are waiting; each turn costs O(1), and an aborted one takes nobody's place. */
export function createLookLimiter({ clock, looksPerSecond }: LookLimiterOptions): LookLimiter {
  const gapMs = 1000 / looksPerSecond;
  // A set is a queue from which anyone may leave at once.
  const waiting = new Set<() => void>();
  let nextAt = 0;
  let serving = false;

  async function serve(): Promise<void> {
    serving = true;
    nextAt = Math.max(clock.now(), nextAt);
    try {
      for (const letGo of waiting) {
        // A clock set back must not stop the queue: nobody waits longer than one gap for his turn.
        const waitMs = Math.min(nextAt - clock.now(), gapMs);
        if (waitMs > 0) await clock.sleep(waitMs);
        // Whoever left meanwhile leaves the turn to the next.
        if (!waiting.delete(letGo)) continue;
        // A timer that rings late by less than a gap makes nobody after it late.
        nextAt = Math.max(clock.now() - gapMs, nextAt) + gapMs;
        letGo();
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
          waiting.delete(letGo);
          reject(signal?.reason);
        };
        const letGo = (): void => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.add(letGo);
        if (!serving) void serve();
      }),
  };
}
