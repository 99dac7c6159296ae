import type { Clock } from '../src/index.ts';

/** A clock whose waits pass at once and are remembered. A wait that is longer than `patienceMs` lasts until it is cancelled. */
export function quickClock(patienceMs = 20_000): Clock & { waits: number[] } {
  const waits: number[] = [];
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    waits,
    now: () => now,
    sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms > patienceMs) return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
