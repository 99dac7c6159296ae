import { describe, expect, test } from 'vitest';
import { quickClock } from '../test/support/quick-clock.ts';
import { respond, startServer } from '../test/support/server.ts';
import { createClient } from './index.ts';

const ready = { taskId: 't', status: 'ready' };

test('a call honours Retry-After, and fails at once where it is too long', async () => {
  const clock = quickClock(30_000);
  await using server = await startServer(
    respond(429, {}, { 'retry-after': '7' }),
    respond(200, { taskId: 't', status: 'ready' }, { 'retry-after': '3' }),
    respond(429, {}, { 'retry-after': '3600' }),
  );
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock, retry: { attemptTimeoutMs: 40_000 } });
  expect((await client.tasks.get('t')).retryAfterMs).toBe(3_000);
  expect(clock.waits).toEqual([7_000]);
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 3_600_000, attempts: 1 });
  expect(server.seen).toHaveLength(3);
});

test('waits between attempts are random below a bound that doubles up to its cap', async () => {
  await using server = await startServer(respond(500, ''));
  const clock = quickClock();
  const retry = { maxAttempts: 7, baseMs: 500, capMs: 4_000 };
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock, random: () => 1, retry });
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'server_error', attempts: 7 });
  expect(clock.waits).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000]);
});

test('no wait begins that the time of the call would not outlast', async () => {
  await using server = await startServer(respond(503, '', { 'retry-after': '50' }));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock: quickClock(), timeoutMs: 40_000 });
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'server_error', attempts: 1, retryAfterMs: 50_000 });
});

test('a refusal for want of credits is not tried again, also where it comes as a 429', async () => {
  await using server = await startServer(respond(429, { error: 'insufficient account balance' }));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock: quickClock() });
  const upload = client.customModel.upload({ sessionId: 's', audioUrl: 'https://a.example/1.mp3' });
  await expect(upload).rejects.toMatchObject({ code: 'insufficient_credits', charged: 'unknown', attempts: 1 });
});

describe('the base URL', () => {
  test.each(['', '/', '/gateway', '/gateway/v1/'])('may have the path %j, which is not part of the operation', async (path) => {
    await using server = await startServer(respond(404, ''), respond(404, ''));
    const client = createClient({ apiKey: 'k', baseUrl: `${server.url}${path}` });
    const failed = { code: 'not_found', operation: 'GET /suno/v2/status' };
    await expect(client.tasks.get('t')).rejects.toMatchObject(failed);
    await expect(client.raw.suno.GET('/suno/v2/status', { params: { query: { taskId: 't' } } })).rejects.toMatchObject(failed);
    const url = `${path.replace(/\/$/, '')}/suno/v2/status?taskId=t`;
    expect(server.seen.map((it) => it.url)).toEqual([url, url]);
  });
});

test('a redirect is named, with where it leads, and not followed', async () => {
  const location = 'https://u:hush@other.example/login?next=hush';
  await using server = await startServer(respond(302, '', { location }));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, retry: false });
  const failed = await client.tasks.get('t').catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 'unexpected_response',
    status: 302,
    message:
      'GET /suno/v2/status: HTTP 302, a redirect to https://other.example/login, which is not followed. Check the base URL.',
  });
  const paid = await client.lyrics({ lyrics_model: 'default', prompt: 'la' }).catch((error: unknown) => error);
  expect(paid).toMatchObject({
    charged: 'unknown',
    message: expect.stringContaining('a redirect to https://other.example/login'),
  });
});

test('an error says when the server answered, by its own clock', async () => {
  await using server = await startServer(respond(400, {}, { date: 'Thu, 01 Jan 2026 00:00:07 GMT' }), respond(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url });
  await expect(client.tasks.get('t')).rejects.toMatchObject({ serverTime: Date.UTC(2026, 0, 1, 0, 0, 7) });
});
