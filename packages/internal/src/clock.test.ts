import { getEventListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { type Clock, startTimer, systemClock } from './clock.ts';

test('sleeps until a time that is past without a warning', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  await systemClock.sleep(-3);
  await systemClock.sleep(1);
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});

test('an abort ends a sleep at once, with its reason, and no listener is left', async () => {
  const control = new AbortController();
  const sleeping = systemClock.sleep(60_000, control.signal);
  control.abort('enough');
  await expect(sleeping).rejects.toBe('enough');
  await expect(systemClock.sleep(60_000, control.signal)).rejects.toBe('enough');
  expect(getEventListeners(control.signal, 'abort')).toHaveLength(0);
});

test('monotonic time runs forward', async () => {
  const before = systemClock.monotonic();
  await systemClock.sleep(2);
  expect(systemClock.monotonic()).toBeGreaterThan(before);
});

test('a timer fires once its time is over on the given clock, and not when it is cancelled', async () => {
  const sleeps: { ms: number; end: () => void; signal: AbortSignal | undefined }[] = [];
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    sleep: (ms, signal) => new Promise((end) => sleeps.push({ ms, end, signal })),
  };
  const elapsed = vi.fn();
  const cancel = startTimer(clock, 500, elapsed);
  expect(sleeps[0]?.ms).toBe(500);
  cancel();
  expect(sleeps[0]?.signal?.aborted).toBe(true);
  startTimer(clock, 700, elapsed);
  sleeps[1]?.end();
  await Promise.resolve();
  expect(elapsed).toHaveBeenCalledTimes(1);
});

test('a time that no timer can count never elapses', () => {
  vi.useFakeTimers();
  const elapsed = vi.fn();
  startTimer(systemClock, 2 ** 31, elapsed);
  startTimer(systemClock, Number.POSITIVE_INFINITY, elapsed);
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  expect(elapsed).not.toHaveBeenCalled();
});
