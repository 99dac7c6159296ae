import { expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

it('doubles up to a cap, spread over its whole range', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => retryDelayMs(attempt, () => 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
  expect(retryDelayMs(3, () => 0.25)).toBe(500);
  expect(retryDelayMs(3, () => 0)).toBe(0);
});

it.each([
  ['2', 2000],
  ['3600', 20_000],
  ['0', 500],
  ['soon', 500],
  ['-5', 500],
])('takes Retry-After: %s as %i ms', (retryAfter, ms) => {
  expect(retryDelayMs(1, () => 1, retryAfter)).toBe(ms);
});
