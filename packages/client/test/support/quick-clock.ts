import type { Clock } from '../../src/index.ts';

/**
 * A clock whose waits pass at once and are remembered. A wait longer than `longestWaitMs` is a time limit: it lasts until it is cancelled
 * or, where `limitReached` is given, until that resolves.
 */
export function quickClock(longestWaitMs = 20_000, limitReached?: () => Promise<void>): Clock & { waits: number[] } {
  const waits: number[] = [];
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    waits,
    now: () => now,
    monotonic: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms <= longestWaitMs) {
        waits.push(ms);
        now += ms;
        return;
      }
      const cancelled = new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      await (limitReached ? Promise.race([cancelled, limitReached()]) : cancelled);
      now += ms;
    },
  };
}
