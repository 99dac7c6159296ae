import { createVirtualClock, type VirtualClock } from '@mountsea-suno/sandbox';
import { describe, expect, it, vi } from 'vitest';
import { createPollLimiter } from './poll-limiter.ts';
import { createPoller, type FailedPoll, type Poller, type WatchOptions } from './poller.ts';

interface Answer {
  status: string;
  retryAfterMs?: number;
}

/** A poller of one task with the given answers. `polls` are the times of its polls after the start, in ms. */
function setUp(answer: (elapsedMs: number) => Answer): {
  clock: VirtualClock;
  poller: Poller<Answer>;
  polls: number[];
  start: number;
} {
  const clock = createVirtualClock();
  const start = clock.now();
  const polls: number[] = [];
  const poll = async (): Promise<Answer> => {
    polls.push(clock.now() - start);
    return answer(clock.now() - start);
  };
  return { clock, start, polls, poller: createPoller({ poll, clock, random: () => 0.5 }) };
}

const watching = (start: number, more: Partial<WatchOptions<Answer>> = {}): WatchOptions<Answer> => ({
  key: 'task',
  kind: 'training',
  startedAt: start,
  deadlineAt: start + 1_800_000,
  onPoll: ({ status }) => (status === 'success' ? 'done' : 'wait'),
  ...more,
});
const after = (ms: number) => (elapsedMs: number) => ({ status: elapsedMs < ms ? 'running' : 'success' });
const gaps = (polls: number[]): number[] => polls.slice(1).map((at, index) => at - (polls[index] ?? 0));

describe('createPoller', () => {
  it('polls until the task is done and learns how long it took', async () => {
    const onLearn = vi.fn();
    const { clock, start, polls } = setUp(after(0));
    const poller = createPoller({
      poll: async () => {
        polls.push(clock.now());
        return after(150_000)(clock.now() - start);
      },
      clock,
      random: Math.random,
      onLearn,
    });
    expect(await clock.run(poller.watch(watching(start)))).toBe('done');
    expect(polls.length).toBeLessThanOrEqual(20);
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

  it('soon polls a task that began in the future, by the clock of another machine', async () => {
    const { clock, start, polls, poller } = setUp(after(30_000));
    await clock.run(poller.watch(watching(start + 3_600_000, { deadlineAt: start + 9_000_000 })));
    expect(polls[0]).toBeLessThan(5_000);
    expect(clock.now() - start).toBeLessThan(35_000);
    expect(poller.durations.training).toEqual([]);
  });

  it('waits on an unknown status as on a running one', async () => {
    const { clock, start, polls, poller } = setUp((ms) => ({ status: ms < 145_000 ? 'marinating' : 'success' }));
    await clock.run(poller.watch(watching(start)));
    expect(Math.min(...gaps(polls))).toBeGreaterThanOrEqual(500);
    expect(polls.length).toBeLessThanOrEqual(20);
  });

  it('keeps a fixed interval, but never polls without a pause', async () => {
    const { clock, start, polls, poller } = setUp(after(30_000));
    await clock.run(poller.watch(watching(start, { pollIntervalMs: 7000 })));
    expect(polls).toEqual([7000, 14_000, 21_000, 28_000, 35_000]);
    const zero = setUp(after(5000));
    await zero.clock.run(zero.poller.watch(watching(zero.start, { pollIntervalMs: 0 })));
    expect(zero.polls.length).toBeLessThanOrEqual(10);
  });

  it('honours the wait that the server asks for, up to a minute', async () => {
    const { clock, start, polls, poller } = setUp((ms) => ({
      status: ms > 60_000 ? 'success' : 'running',
      retryAfterMs: ms < 3000 ? 11_000 : 1e9,
    }));
    await clock.run(poller.watch(watching(start, { pollIntervalMs: 2000 })));
    expect(polls).toEqual([2000, 13_000, 73_000]);
  });

  it('polls for the last time just before the deadline', async () => {
    const { clock, start, polls, poller } = setUp(after(Infinity));
    const end = await clock.run(poller.watch(watching(start, { pollIntervalMs: 20_000, deadlineAt: start + 50_000 })));
    expect(end).toBe('deadline');
    expect(polls).toEqual([20_000, 40_000, 49_000]);
    expect(await poller.watch(watching(start, { deadlineAt: start }))).toBe('deadline');
    expect(polls.length).toBe(4);
  });

  it('shares the polls of one task among its watchers', async () => {
    const { clock, start, polls, poller } = setUp(after(20_000));
    const options = watching(start, { kind: 'upload', pollIntervalMs: 5000 });
    const first = poller.watch(options);
    await clock.advance(7000);
    const second = poller.watch({ ...options, deadlineAt: start + 9000 });
    const control = new AbortController();
    const third = poller.watch({ ...options, signal: control.signal });
    control.abort(new Error('enough'));
    await expect(third).rejects.toThrow('enough');
    expect(await clock.run(Promise.all([first, second]))).toEqual(['done', 'deadline']);
    expect(polls).toEqual([5000, 8000, 13_000, 18_000, 23_000]);
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

  it('ends with what onPoll throws', async () => {
    const { clock, start, poller } = setUp(after(0));
    const onPoll = (): never => {
      throw new Error('the state could not be saved');
    };
    await expect(clock.run(poller.watch(watching(start, { onPoll })))).rejects.toThrow('could not be saved');
  });

  it('takes its turn at the limiter', async () => {
    const { clock, start, polls } = setUp(after(0));
    const poll = async (): Promise<Answer> => {
      polls.push(clock.now());
      return after(10_000)(clock.now() - start);
    };
    const poller = createPoller({ poll, clock, random: Math.random, limiter: createPollLimiter({ clock, pollsPerSecond: 2 }) });
    const watches = Array.from({ length: 30 }, (_, index) => poller.watch(watching(start, { key: `${index}`, kind: 'upload' })));
    await clock.run(Promise.all(watches));
    expect(Math.min(...gaps(polls))).toBeGreaterThanOrEqual(499);
  });
});

describe('an outage', () => {
  const outage = (from: number, to: number) => (ms: number) => {
    if (ms >= from && ms < to) throw new Error('502');
    return after(150_000)(ms);
  };

  it('is survived for more than three minutes, reported, and over with the first poll that succeeds', async () => {
    const failed: FailedPoll[] = [];
    const { clock, start, polls, poller } = setUp((ms) => outage(20_000, 260_000)(ms));
    const end = await clock.run(poller.watch(watching(start, { onRetry: (poll) => void failed.push(poll) })));
    expect(end).toBe('done');
    expect(failed.length).toBe(polls.filter((at) => at >= 20_000 && at < 260_000).length);
    expect(failed.length).toBeLessThan(60);
    expect(clock.now() - start).toBeLessThan(280_000);
    expect(poller.durations.training).toEqual([]);
  });

  it('ends the watch when no poll has succeeded for five minutes', async () => {
    const { clock, start, poller } = setUp(outage(0, Infinity));
    await expect(clock.run(poller.watch(watching(start)))).rejects.toThrow('502');
    expect(clock.now() - start).toBeGreaterThan(300_000);
    expect(clock.now() - start).toBeLessThan(330_000);
  });

  it('may last five minutes again after a poll that has succeeded', async () => {
    const { clock, start, poller } = setUp((ms) => {
      if (Math.floor(ms / 200_000) % 2 === 1 && ms % 200_000 < 190_000) throw new Error('502');
      return after(1_500_000)(ms);
    });
    expect(await clock.run(poller.watch(watching(start)))).toBe('done');
  });

  it('ends the watch at once if onRetry throws, and honours the wait that an error asks for', async () => {
    const { clock, start, polls, poller } = setUp((ms) => {
      throw Object.assign(new Error(ms < 10_000 ? '503' : '401'), { retryAfterMs: 30_000 });
    });
    const onRetry = ({ error }: FailedPoll): void => {
      if (String(error).includes('401')) throw error;
    };
    await expect(clock.run(poller.watch(watching(start, { onRetry })))).rejects.toThrow('401');
    expect(polls).toEqual([2500, 32_500]);
  });
});
