import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxClock } from '@mountsea-suno/sandbox';

/** So many times faster than the machine's clock, and the same in every process. */
const SPEED = 10;
const ORIGIN = Date.UTC(2026, 0, 1);

export const fastClock: SandboxClock = {
  now: () => ORIGIN + (Date.now() - ORIGIN) * SPEED,
  monotonic: () => performance.now() * SPEED,
  sleep: async (ms, signal) => {
    try {
      await wait(ms / SPEED, undefined, signal ? { signal } : undefined);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
