import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxClock } from '@mountsea-suno/sandbox';

/** A clock that starts at the present and runs `speed` times as fast as the wall clock. */
export function scaledClock(speed: number): SandboxClock {
  const start = Date.now();
  const origin = performance.now();
  const monotonic = (): number => (performance.now() - origin) * speed;
  return {
    now: () => start + monotonic(),
    monotonic,
    sleep: async (ms, signal) => {
      try {
        await sleep(ms / speed, undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        throw signal?.aborted === true ? signal.reason : error;
      }
    },
  };
}
