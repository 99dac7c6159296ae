import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { everyMethod } from '../test/support/every-method.ts';
import { quickClock } from '../test/support/quick-clock.ts';
import { respond, startServer } from '../test/support/server.ts';
import { createClient, findClipId, isMountseaError } from './index.ts';

const apiKey = 'sk-secret-1234567890';
const session = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
const modelId = 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11';

test('every method of the type is a function at run time, and can be taken out of its object', async () => {
  const client = createClient({ apiKey, fetch: () => new Promise(() => {}) });
  for (const name of Object.keys(everyMethod)) {
    const method = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], client);
    expect(method, name).toBeTypeOf('function');
  }
  const { prepare } = client.customModel;
  await expect(prepare({ timeoutMs: 1 })).rejects.toMatchObject({ code: 'timed_out' });
});

test.each(Object.entries(everyMethod))('%s sends its operation', async (_name, { operation, call, response }) => {
  const sent: string[] = [];
  const fetch = async (url: string, { method }: RequestInit): Promise<Response> => {
    sent.push(`${method} ${new URL(url).pathname}`);
    return Response.json(response);
  };
  await call(createClient({ apiKey, fetch }));
  expect(sent).toEqual([operation]);
});

test('sends each operation as the contract says, with the key in the header of its host', async () => {
  await using suno = await startServer(
    respond(201, { sessionId: session }),
    respond(201, { taskId: 't1' }),
    respond(201, { taskId: session }),
    respond(200, { taskId: 't1', status: 'success', createdAt: '2026-01-01T00:00:00Z', data: { id: 'c1' } }),
    respond(201, { taskId: 't2', extra: 1 }),
  );
  await using usage = await startServer(respond(200, { credits: 10 }), respond(200, [{ id: 'x', name: 'chat' }]));
  const client = createClient({ apiKey, baseUrl: `${suno.url}/`, usageBaseUrl: usage.url });
  expect(await client.customModel.prepare()).toEqual({ sessionId: session });
  expect(await client.customModel.upload({ sessionId: session, audioUrl: 'https://a.example/1.mp3' })).toEqual({ taskId: 't1' });
  expect(await client.customModel.create({ sessionId: session, clipIds: ['c1'], name: 'v6' })).toEqual({ taskId: session });
  const task = await client.tasks.get('t 1&');
  expect(task).toMatchObject({ taskId: 't1', status: 'success', data: { id: 'c1' } });
  expect(findClipId(task)).toBe('c1');
  expect(task.serverTime).toBeTypeOf('number');
  expect(await client.generate({ task: 'create', model: modelId, prompt: 'la' })).toEqual({ taskId: 't2', extra: 1 });
  expect(await client.usage.credits()).toEqual({ credits: 10 });
  expect(await client.usage.services()).toEqual([{ id: 'x', name: 'chat' }]);

  expect(suno.seen.map(({ method, url, body }) => [method, url, body && JSON.parse(body)])).toEqual([
    ['POST', '/suno/v2/customModel/prepare', ''],
    ['POST', '/suno/v2/customModel/upload', { sessionId: session, audioUrl: 'https://a.example/1.mp3' }],
    ['POST', '/suno/v2/customModel/create', { sessionId: session, clipIds: ['c1'], name: 'v6' }],
    ['GET', '/suno/v2/status?taskId=t%201%26', ''],
    ['POST', '/suno/v2/generate', { task: 'create', model: modelId, prompt: 'la' }],
  ]);
  expect(suno.seen.map(({ headers }) => headers['content-type'])).toEqual([
    undefined,
    'application/json',
    'application/json',
    undefined,
    'application/json',
  ]);
  expect(suno.seen.some(({ headers }) => headers['transfer-encoding'] !== undefined)).toBe(false);
  expect(suno.seen.every(({ headers }) => headers.authorization === `Bearer ${apiKey}` && !headers['x-api-key'])).toBe(true);
  expect(usage.seen.every(({ headers }) => headers['x-api-key'] === apiKey && !headers.authorization)).toBe(true);
});

test('pages through a search, item by item or page by page', async () => {
  const page = (number: number, ids: string[]) => ({
    items: ids.map((id) => ({ id, apiPath: '/p', finalAmount: 100, createdAt: '2026-01-01T00:00:00Z' })),
    meta: { totalItems: 3, itemCount: ids.length, itemsPerPage: 2, totalPages: 2, currentPage: number },
  });
  await using usage = await startServer((_request, response, { body }) => {
    const { page: number } = JSON.parse(body);
    response.writeHead(200).end(JSON.stringify(page(number, number === 1 ? ['a', 'b'] : ['c'])));
  });
  const client = createClient({ apiKey, usageBaseUrl: usage.url });
  const found = client.usage.searchPoints({ dateRange: { start: 0, end: 1 } });
  expect(usage.seen).toHaveLength(0);
  const ids: string[] = [];
  for await (const item of found) ids.push(item.id);
  expect(ids).toEqual(['a', 'b', 'c']);
  let pages = 0;
  for await (const { meta } of found.pages()) pages += meta.currentPage;
  expect(pages).toBe(3);
});

test('takes key and hosts from the environment, and never sends the key to a host that nobody named', async () => {
  await using server = await startServer(respond(200, { credits: 5 }));
  vi.stubEnv('MOUNTSEA_API_KEY', apiKey);
  vi.stubEnv('MOUNTSEA_BASE_URL', server.url);
  expect(createClient().usageBaseUrl).toBeUndefined();
  await expect(createClient().usage.credits()).rejects.toMatchObject({
    code: 'usage_not_configured',
    charged: 'no',
    attempts: 0,
  });
  expect(server.seen).toHaveLength(0);
  vi.stubEnv('MOUNTSEA_USAGE_BASE_URL', server.url);
  expect(await createClient().usage.credits()).toEqual({ credits: 5 });
  vi.unstubAllEnvs();
  expect(createClient({ apiKey })).toMatchObject({ baseUrl: 'https://api.mountsea.ai', usageBaseUrl: 'https://dk.mountsea.ai' });
});

test('asks a key function before each request', async () => {
  await using server = await startServer(
    respond(201, { sessionId: session }),
    respond(503, ''),
    respond(201, { sessionId: session }),
  );
  const keys = ['k1', 'k2', 'k3'];
  const client = createClient({ apiKey: async () => keys.shift() ?? '', baseUrl: server.url, clock: quickClock() });
  await client.customModel.prepare();
  await client.customModel.prepare();
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer k1', 'Bearer k2', 'Bearer k3']);
  await expect(client.customModel.prepare()).rejects.toMatchObject({ code: 'configuration' });
});

test.each([
  ['no key', {}],
  ['a key that would break the header', { apiKey: 'sk-secret\n1234567890' }],
  ['a key with a quote', { apiKey: 'sk-secret"1234567890' }],
  ['a URL that is none', { apiKey, baseUrl: 'nonsense' }],
  ['a time that is not a number', { apiKey, timeoutMs: Number.NaN }],
  ['fewer attempts than none', { apiKey, retry: { maxAttempts: -1 } }],
  ['another protocol', { apiKey, baseUrl: 'ftp://a.example' }],
  ['credentials in the URL', { apiKey, baseUrl: 'https://u:p@a.example' }],
])('refuses %s at once', (_name, options) => {
  vi.stubEnv('MOUNTSEA_API_KEY', '');
  const error = catchError(() => createClient(options));
  expect(isMountseaError(error) && error.code).toBe('configuration');
  expect(inspect(error)).not.toContain('secret');
  vi.unstubAllEnvs();
});

test('refuses to run in a browser unless that is allowed', () => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', {});
  expect(catchError(() => createClient({ apiKey }))).toMatchObject({ code: 'configuration' });
  expect(createClient({ apiKey, dangerouslyAllowBrowser: true }).baseUrl).toBe('https://api.mountsea.ai');
  vi.unstubAllGlobals();
});

test('options that are undefined are options that are not given', async () => {
  const options = { apiKey, baseUrl: undefined, timeoutMs: undefined, retry: { maxAttempts: undefined }, clock: undefined };
  expect(createClient({ ...options, fetch: undefined, onError: undefined }).baseUrl).toBe('https://api.mountsea.ai');
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
