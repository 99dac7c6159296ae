import { createPollLimiter } from '../src/poll/poll-limiter.ts';

/** How far the looks are behind their plan at the end, when every timer rings late. */
export interface DriftResult {
  looks: number;
  looksPerSecond: number;
  /** How late each timer rings. */
  timersLateMs: number;
  /** How late the last look is. One late timer's worth is all that there may be. */
  behindMs: number;
}

/** Lets so many looks through the cap of a process, on a clock whose timers all ring late. */
export async function measureDrift(looks: number, timersLateMs: number): Promise<DriftResult> {
  const looksPerSecond = 50;
  let now = 0;
  const sleep = async (ms: number): Promise<void> => {
    now += ms + timersLateMs;
  };
  const clock = { now: () => now, monotonic: () => now, sleep };
  const limiter = createPollLimiter({ clock, pollsPerSecond: looksPerSecond });
  await Promise.all(Array.from({ length: looks }, () => limiter.take()));
  return { looks, looksPerSecond, timersLateMs, behindMs: now - ((looks - 1) * 1000) / looksPerSecond };
}
