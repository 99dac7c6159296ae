import { setTimeout as wait } from 'node:timers/promises';

/** How many times faster it runs than the machine's clock. It shows the same time in every process. */
const SPEED = 10;
const ORIGIN = Date.UTC(2026, 0, 1);

export const fastClock = {
  now: (): number => ORIGIN + (Date.now() - ORIGIN) * SPEED,
  monotonic: (): number => performance.now() * SPEED,
  sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
    try {
      await wait(ms / SPEED, undefined, signal ? { signal } : undefined);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
