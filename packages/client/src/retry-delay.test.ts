import { expect, test } from 'vitest';
import { quickClock } from '../test/clock.ts';
import { answer, startServer } from '../test/server.ts';
import { createClient } from './index.ts';
import { retryAfterMs } from './retry-after.ts';
import { retryDelayMs } from './retry-delay.ts';

const retry = { maxAttempts: 9, baseMs: 500, capMs: 8_000, retryAfterCapMs: 60_000, attemptTimeoutMs: 30_000 };

test('doubles the range of a wholly random wait up to the cap', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => retryDelayMs(retry, attempt, () => 1, undefined));
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(retryDelayMs(retry, 5, () => 0, undefined)).toBe(0);
  expect(retryDelayMs(retry, 9, () => 1, undefined)).toBeUndefined();
});

test('waits as the server asks, but not for longer than the cap', () => {
  expect(retryDelayMs(retry, 1, () => 0.5, 60_000)).toBe(60_000);
  expect(retryDelayMs(retry, 1, () => 0.5, 60_001)).toBeUndefined();
});

test.each<[Record<string, string>, number | undefined]>([
  [{ 'retry-after': '2' }, 2_000],
  [{ 'retry-after': '1.5' }, 1_500],
  [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT' }, 10_000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT', date: 'Thu, 01 Jan 2026 00:00:07 GMT' }, 3_000],
  [{ 'retry-after': 'Thu, 01 Jan 2025 00:00:00 GMT' }, 0],
  [{ 'retry-after': '-3' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': 'Infinity' }, undefined],
  [{}, undefined],
])('reads %j as %s', (headers, ms) => {
  expect(retryAfterMs(new Headers(headers), Date.parse('2026-01-01T00:00:00Z'))).toBe(ms);
});

test('a call honours Retry-After, and fails at once where it is too long', async () => {
  const clock = quickClock(30_000);
  await using server = await startServer(
    answer(429, {}, { 'retry-after': '7' }),
    answer(200, { taskId: 't', status: 'ready' }, { 'retry-after': '3' }),
    answer(429, {}, { 'retry-after': '3600' }),
  );
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock, retry: { attemptTimeoutMs: 40_000 } });
  expect((await client.tasks.get('t')).retryAfterMs).toBe(3_000);
  expect(clock.waits).toEqual([7_000]);
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 3_600_000, attempts: 1 });
  expect(server.seen).toHaveLength(3);
});
