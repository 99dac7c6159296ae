import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@mountsea-suno/client';

/** A clock that starts at the present and runs `speed` times as fast as the wall clock. */
export function scaledClock(speed: number): Clock {
  const start = Date.now();
  const origin = performance.now();
  return {
    now: () => start + (performance.now() - origin) * speed,
    sleep: async (ms, signal) => {
      try {
        await sleep(ms / speed, undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        throw signal?.aborted === true ? signal.reason : error;
      }
    },
  };
}
