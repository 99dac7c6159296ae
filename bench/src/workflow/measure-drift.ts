import { createPollLimiter } from './workflow-inside.ts';

/** How far the polls are behind their plan at the end, when every timer fires late. */
export interface DriftResult {
  polls: number;
  pollsPerSecond: number;
  /** How late each timer fires. */
  timersLateMs: number;
  /** How late the last poll is. It may be as late as one timer, and not more. */
  behindMs: number;
}

/** Lets that many polls through the cap of a process, on a clock whose timers all fire late. */
export async function measureDrift(polls: number, timersLateMs: number): Promise<DriftResult> {
  const pollsPerSecond = 50;
  let now = 0;
  const sleep = async (ms: number): Promise<void> => {
    now += ms + timersLateMs;
  };
  const clock = { now: () => now, monotonic: () => now, sleep };
  const limiter = createPollLimiter({ clock, pollsPerSecond });
  await Promise.all(Array.from({ length: polls }, () => limiter.take()));
  return { polls, pollsPerSecond, timersLateMs, behindMs: now - ((polls - 1) * 1000) / pollsPerSecond };
}
