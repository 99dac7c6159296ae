import { createVirtualClock, type VirtualClock } from '@mountsea-suno/sandbox';
import { describe, expect, it, vi } from 'vitest';
import { createLookLimiter } from './look-limiter.ts';
import { createPoller, type Poller, type Trouble, type WatchOptions } from './poller.ts';

interface Answer {
  status: string;
  retryAfterMs?: number;
}

/** A poller of one task that answers as told; its looks are kept with their times after the start, in ms. */
function setUp(answer: (elapsedMs: number) => Answer): {
  clock: VirtualClock;
  poller: Poller<Answer>;
  looks: number[];
  start: number;
} {
  const clock = createVirtualClock();
  const start = clock.now();
  const looks: number[] = [];
  const look = async (): Promise<Answer> => {
    looks.push(clock.now() - start);
    return answer(clock.now() - start);
  };
  return { clock, start, looks, poller: createPoller({ look, clock, random: () => 0.5 }) };
}

const watching = (start: number, more: Partial<WatchOptions<Answer>> = {}): WatchOptions<Answer> => ({
  key: 'task',
  kind: 'training',
  startedAt: start,
  deadlineAt: start + 1_800_000,
  onLook: ({ status }) => (status === 'success' ? 'done' : 'wait'),
  ...more,
});
const after = (ms: number) => (elapsedMs: number) => ({ status: elapsedMs < ms ? 'running' : 'success' });
const gaps = (looks: number[]): number[] => looks.slice(1).map((at, index) => at - (looks[index] ?? 0));

describe('createPoller', () => {
  it('looks until the task is done, and learns how long it took', async () => {
    const onLearn = vi.fn();
    const { clock, start, looks } = setUp(after(0));
    const poller = createPoller({
      look: async () => {
        looks.push(clock.now());
        return after(150_000)(clock.now() - start);
      },
      clock,
      random: Math.random,
      onLearn,
    });
    expect(await clock.run(poller.watch(watching(start)))).toBe('done');
    expect(looks.length).toBeLessThanOrEqual(20);
    expect(clock.now() - start).toBeLessThan(156_000);
    expect(poller.durations.training[0]).toBeGreaterThan(145_000);
    expect(onLearn).toHaveBeenCalledExactlyOnceWith(poller.durations);
    expect(poller.estimate('training', 0).remainingMs).toBeGreaterThan(100_000);
  });

  it('learns nothing from a task that it found finished', async () => {
    const { clock, start, poller } = setUp(after(150_000));
    await clock.advance(3_600_000);
    expect(await clock.run(poller.watch(watching(start, { deadlineAt: start + 9_000_000 })))).toBe('done');
    expect(clock.now() - start).toBe(3_600_000);
    expect(poller.durations.training).toEqual([]);
  });

  it('looks at once at a task that began in the future, by the clock of another machine', async () => {
    const { clock, start, looks, poller } = setUp(after(30_000));
    await clock.run(poller.watch(watching(start + 3_600_000, { deadlineAt: start + 9_000_000 })));
    expect(looks[0]).toBeLessThan(5_000);
    expect(clock.now() - start).toBeLessThan(35_000);
    expect(poller.durations.training).toEqual([]);
  });

  it('waits on an unknown status as on a running one', async () => {
    const { clock, start, looks, poller } = setUp((ms) => ({ status: ms < 145_000 ? 'marinating' : 'success' }));
    await clock.run(poller.watch(watching(start)));
    expect(Math.min(...gaps(looks))).toBeGreaterThanOrEqual(500);
    expect(looks.length).toBeLessThanOrEqual(20);
  });

  it('keeps a fixed beat when told to, but is never hot', async () => {
    const { clock, start, looks, poller } = setUp(after(30_000));
    await clock.run(poller.watch(watching(start, { pollIntervalMs: 7000 })));
    expect(looks).toEqual([7000, 14_000, 21_000, 28_000, 35_000]);
    const hot = setUp(after(5000));
    await hot.clock.run(hot.poller.watch(watching(hot.start, { pollIntervalMs: 0 })));
    expect(hot.looks.length).toBeLessThanOrEqual(10);
  });

  it('heeds the hint of the server, up to a minute', async () => {
    const { clock, start, looks, poller } = setUp((ms) => ({
      status: ms > 60_000 ? 'success' : 'running',
      retryAfterMs: ms < 3000 ? 11_000 : 1e9,
    }));
    await clock.run(poller.watch(watching(start, { pollIntervalMs: 2000 })));
    expect(looks).toEqual([2000, 13_000, 73_000]);
  });

  it('looks for the last time just before the deadline', async () => {
    const { clock, start, looks, poller } = setUp(after(Infinity));
    const end = await clock.run(poller.watch(watching(start, { pollIntervalMs: 20_000, deadlineAt: start + 50_000 })));
    expect(end).toBe('deadline');
    expect(looks).toEqual([20_000, 40_000, 49_000]);
    expect(await poller.watch(watching(start, { deadlineAt: start }))).toBe('deadline');
    expect(looks.length).toBe(4);
  });

  it('shares the looks of one task among its watchers', async () => {
    const { clock, start, looks, poller } = setUp(after(20_000));
    const options = watching(start, { kind: 'upload', pollIntervalMs: 5000 });
    const first = poller.watch(options);
    await clock.advance(7000);
    const second = poller.watch({ ...options, deadlineAt: start + 9000 });
    const control = new AbortController();
    const third = poller.watch({ ...options, signal: control.signal });
    control.abort(new Error('enough'));
    await expect(third).rejects.toThrow('enough');
    expect(await clock.run(Promise.all([first, second]))).toEqual(['done', 'deadline']);
    expect(looks).toEqual([5000, 8000, 13_000, 18_000, 23_000]);
  });

  it('stops at once when aborted, and leaves no listener and no timer', async () => {
    const { clock, start, poller } = setUp(after(Infinity));
    const control = new AbortController();
    const remove = vi.spyOn(control.signal, 'removeEventListener');
    const watch = poller.watch(watching(start, { signal: control.signal }));
    await clock.advance(10_000);
    control.abort(new Error('enough'));
    await expect(watch).rejects.toThrow('enough');
    expect(remove).toHaveBeenCalledOnce();
    expect(clock.sleepers).toBe(0);
    await expect(poller.watch(watching(start, { signal: control.signal }))).rejects.toThrow('enough');
  });

  it('ends with what the judge throws', async () => {
    const { clock, start, poller } = setUp(after(0));
    const onLook = (): never => {
      throw new Error('the state could not be saved');
    };
    await expect(clock.run(poller.watch(watching(start, { onLook })))).rejects.toThrow('could not be saved');
  });

  it('takes its turn at the limiter', async () => {
    const { clock, start, looks } = setUp(after(0));
    const look = async (): Promise<Answer> => {
      looks.push(clock.now());
      return after(10_000)(clock.now() - start);
    };
    const poller = createPoller({ look, clock, random: Math.random, limiter: createLookLimiter({ clock, looksPerSecond: 2 }) });
    const watches = Array.from({ length: 30 }, (_, index) => poller.watch(watching(start, { key: `${index}`, kind: 'upload' })));
    await clock.run(Promise.all(watches));
    expect(Math.min(...gaps(looks))).toBeGreaterThanOrEqual(499);
  });
});

describe('trouble', () => {
  const outage = (from: number, to: number) => (ms: number) => {
    if (ms >= from && ms < to) throw new Error('502');
    return after(150_000)(ms);
  };

  it('is survived for more than three minutes, told of, and forgotten after a good look', async () => {
    const troubles: Trouble[] = [];
    const { clock, start, looks, poller } = setUp((ms) => outage(20_000, 260_000)(ms));
    const end = await clock.run(poller.watch(watching(start, { onTrouble: (trouble) => void troubles.push(trouble) })));
    expect(end).toBe('done');
    expect(troubles.length).toBe(looks.filter((at) => at >= 20_000 && at < 260_000).length);
    expect(troubles.length).toBeLessThan(60);
    expect(clock.now() - start).toBeLessThan(280_000);
    expect(poller.durations.training).toEqual([]);
  });

  it('ends the watch when there was no good look for five minutes', async () => {
    const { clock, start, poller } = setUp(outage(0, Infinity));
    await expect(clock.run(poller.watch(watching(start)))).rejects.toThrow('502');
    expect(clock.now() - start).toBeGreaterThan(300_000);
    expect(clock.now() - start).toBeLessThan(330_000);
  });

  it('has a budget that refills', async () => {
    const { clock, start, poller } = setUp((ms) => {
      if (Math.floor(ms / 200_000) % 2 === 1 && ms % 200_000 < 190_000) throw new Error('502');
      return after(1_500_000)(ms);
    });
    expect(await clock.run(poller.watch(watching(start)))).toBe('done');
  });

  it('ends at once where the watcher says so, and heeds the hint on an error', async () => {
    const { clock, start, looks, poller } = setUp((ms) => {
      throw Object.assign(new Error(ms < 10_000 ? '503' : '401'), { retryAfterMs: 30_000 });
    });
    const onTrouble = ({ error }: Trouble): void => {
      if (String(error).includes('401')) throw error;
    };
    await expect(clock.run(poller.watch(watching(start, { onTrouble })))).rejects.toThrow('401');
    expect(looks).toEqual([2500, 32_500]);
  });
});
