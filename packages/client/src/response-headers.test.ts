import { expect, test } from 'vitest';
import { headerFacts, retryAfterMs } from './response-headers.ts';

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

test('reads when the server answered and the id of the request, fit to be shown', () => {
  const headers = new Headers({ date: 'Thu, 01 Jan 2026 00:00:07 GMT', 'x-request-id': 'r-1 of key-1234' });
  expect(headerFacts(headers, 'key-1234')).toEqual({ serverTime: Date.UTC(2026, 0, 1, 0, 0, 7), requestId: 'r-1 of [redacted]' });
  expect(headerFacts(new Headers({ date: '7' }), '')).toEqual({ serverTime: undefined, requestId: undefined });
});
