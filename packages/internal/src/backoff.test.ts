import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const backoff = { baseMs: 500, capMs: 8_000 };

test('the longest wait doubles up to its cap, and each is random below it', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => backoffMs(attempt, backoff, () => 1))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
  ]);
  expect(backoffMs(3, backoff, () => 0.25)).toBe(500);
  expect(backoffMs(3, backoff, () => 0)).toBe(0);
});
