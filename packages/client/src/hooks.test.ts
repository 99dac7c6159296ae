import { expect, test } from 'vitest';
import { quickClock } from '../test/support/quick-clock.ts';
import { respond, startServer } from '../test/support/server.ts';
import { createClient, type RawResponse } from './index.ts';

const apiKey = 'sk-secret-1234567890';
const ready = { taskId: 't', status: 'ready' };

test('are called for each request, response, retry and failure, without the key', async () => {
  await using server = await startServer(respond(503, '', { 'x-request-id': 'r1' }), respond(200, ready), respond(404, {}));
  const events: [string, object][] = [];
  const client = createClient({
    apiKey,
    baseUrl: server.url,
    clock: quickClock(),
    random: () => 0.5,
    onRequest: (event) => {
      events.push(['request', event]);
      event.headers['x-added'] = 'yes';
    },
    onResponse: (event) => events.push(['response', event]),
    onRetry: (event) => events.push(['retry', event]),
    onError: (event) => events.push(['error', event]),
  });
  await client.tasks.get('t');
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'not_found' });
  expect(events.map(([name]) => name)).toEqual('request response retry request response request response error'.split(' '));
  expect(events[0]?.[1]).toMatchObject({
    operation: 'GET /suno/v2/status',
    method: 'GET',
    url: `${server.url}/suno/v2/status?taskId=t`,
    attempt: 1,
  });
  expect(events[1]?.[1]).toMatchObject({ status: 503, requestId: 'r1', attempt: 1 });
  expect(events[2]?.[1]).toMatchObject({ attempt: 1, delayMs: 250, error: { code: 'server_error' } });
  expect(events[7]?.[1]).toMatchObject({ error: { code: 'not_found' } });
  expect(JSON.stringify(events)).not.toContain('secret');
  expect(server.seen.every(({ headers }) => headers['x-added'] === 'yes')).toBe(true);
});

test('a hook that throws or rejects cannot lose a paid call', async () => {
  await using server = await startServer(respond(201, ready));
  const fail = (): never => {
    throw new Error('hook');
  };
  const onResponse = async (): Promise<void> => fail();
  const client = createClient({ apiKey, baseUrl: server.url, onRequest: fail, onResponse });
  const done = await client.customModel.create({ sessionId: 's', clipIds: [], name: 'n' }, { onResponse: fail });
  expect(done.taskId).toBe('t');
});

test('gives the raw response of a call', async () => {
  await using server = await startServer(respond(200, ready, { 'x-extra': '1' }));
  let raw: RawResponse | undefined;
  const onResponse = (response: RawResponse): void => {
    raw = response;
  };
  await createClient({ apiKey, baseUrl: server.url }).tasks.get('t', { onResponse, headers: { 'X-Mine': '2' } });
  expect(raw).toMatchObject({ status: 200, text: JSON.stringify(ready), serverTime: expect.any(Number) });
  expect(raw?.headers.get('x-extra')).toBe('1');
  expect(server.seen[0]?.headers['x-mine']).toBe('2');
});

test('takes a fetch of one’s own, with a string and a plain init', async () => {
  const seen: [string, RequestInit][] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    seen.push([url, init]);
    return Promise.resolve(Response.json(ready));
  };
  await createClient({ apiKey, fetch }).lyrics({ lyrics_model: 'default', prompt: 'rain' });
  expect(seen[0]?.[0]).toBe('https://api.mountsea.ai/suno/v2/lyrics');
  expect(seen[0]?.[1]).toMatchObject({ method: 'POST', redirect: 'manual', body: '{"lyrics_model":"default","prompt":"rain"}' });
});
