import { createVirtualClock } from '@mountsea-suno/sandbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPollLimiter } from './poll-limiter.ts';

describe('createPollLimiter', () => {
  it('lets no more callers through in any second than it should, in the order in which they came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 100 }),
        async (pollsPerSecond, gaps) => {
          const clock = createVirtualClock();
          const limiter = createPollLimiter({ clock, pollsPerSecond });
          const turns: { index: number; at: number }[] = [];
          async function takeAllInTurn(): Promise<void> {
            const taken: Promise<void>[] = [];
            for (const [index, gap] of gaps.entries()) {
              if (gap > 100) await clock.sleep(gap);
              taken.push(limiter.take().then(() => void turns.push({ index, at: clock.now() })));
            }
            await Promise.all(taken);
          }
          await clock.run(takeAllInTurn());
          expect(turns.map(({ index }) => index)).toEqual(gaps.map((_, index) => index));
          for (const { at } of turns)
            expect(turns.filter((turn) => turn.at >= at && turn.at < at + 999).length).toBeLessThanOrEqual(pollsPerSecond);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('costs nobody a turn when callers are aborted, and leaves no listener', async () => {
    const clock = createVirtualClock();
    const limiter = createPollLimiter({ clock, pollsPerSecond: 1 });
    await limiter.take();
    const control = new AbortController();
    const leavers = Array.from({ length: 1000 }, () => limiter.take(control.signal));
    const stayer = limiter.take();
    const start = clock.now();
    control.abort(new Error('enough'));
    const ends = await Promise.allSettled(leavers);
    expect(new Set(ends.map((end) => end.status))).toEqual(new Set(['rejected']));
    await clock.run(stayer);
    expect(clock.now() - start).toBe(1000);
    await expect(limiter.take(control.signal)).rejects.toThrow('enough');
  });

  it('goes on when the clock is set back', async () => {
    let now = 1_000_000;
    const slept: number[] = [];
    const clock = {
      now: () => now,
      monotonic: () => now,
      sleep: async (ms: number) => {
        slept.push(ms);
        now += ms;
      },
    };
    const limiter = createPollLimiter({ clock, pollsPerSecond: 10 });
    await limiter.take();
    now = 0;
    await limiter.take();
    await limiter.take();
    expect(Math.max(...slept)).toBeLessThanOrEqual(100);
  });

  it('does not drift when timers fire late', async () => {
    const turnsMs = async (lateMs: number): Promise<number> => {
      let now = 0;
      const sleep = async (ms: number): Promise<void> => {
        now += ms + lateMs;
      };
      const clock = { now: () => now, monotonic: () => now, sleep };
      const limiter = createPollLimiter({ clock, pollsPerSecond: 50 });
      await Promise.all(Array.from({ length: 1001 }, () => limiter.take()));
      return now;
    };
    expect(await turnsMs(0)).toBe(20_000);
    expect(await turnsMs(15)).toBeLessThanOrEqual(20_015);
    // So late that it cannot keep up, it is slower, never faster.
    expect(await turnsMs(35)).toBeGreaterThan(20_000);
  });
});
