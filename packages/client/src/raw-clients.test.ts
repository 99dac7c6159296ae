import { readFileSync } from 'node:fs';
import type { SunoPaths, UsagePaths } from '@mountsea-suno/types';
import createOpenapiClient from 'openapi-fetch';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { respond, startServer } from '../test/support/server.ts';
import { createClient, rawOf } from './index.ts';

interface Sent {
  method: string;
  url: string;
  body: string;
  headers: Record<string, string>;
}

/** What a fetch was asked to send. */
async function sentBy(
  call: (fetch: (input: string | Request, init?: RequestInit) => Promise<Response>) => Promise<unknown>,
): Promise<Sent> {
  const seen: Request[] = [];
  await call(async (input, init) => {
    seen.push(new Request(input, init));
    return Response.json({ taskId: 't', status: 'ready', sessionId: 's', items: [] });
  });
  const [request] = seen;
  if (!request) throw new Error('nothing was sent');
  const { method, url } = request;
  const { authorization: _, 'x-api-key': __, ...headers } = Object.fromEntries(request.headers);
  return { method, url, body: await request.text(), headers };
}

const baseUrl = 'https://a.example/gateway';
const headers = { accept: 'application/json' };
const dateRange = { start: 0, end: 1 };
const body = { sessionId: 's', clipIds: ['1'], name: 'ünï' };

test('methods and raw calls send what openapi-fetch sends for the same path and options', async () => {
  const ours = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
    createClient({ apiKey: 'k', baseUrl, usageBaseUrl: baseUrl, fetch });
  const suno = (fetch: (request: Request) => Promise<Response>) => createOpenapiClient<SunoPaths>({ baseUrl, headers, fetch });
  const usage = (fetch: (request: Request) => Promise<Response>) => createOpenapiClient<UsagePaths>({ baseUrl, headers, fetch });

  const query = { params: { query: { taskId: 'a b&c/d?ü' } } };
  const status = await sentBy((fetch) => suno(fetch).GET('/suno/v2/status', query));
  expect(await sentBy((fetch) => ours(fetch).tasks.get('a b&c/d?ü'))).toEqual(status);
  expect(await sentBy((fetch) => ours(fetch).raw.suno.GET('/suno/v2/status', query))).toEqual(status);

  const create = await sentBy((fetch) => suno(fetch).POST('/suno/v2/customModel/create', { body }));
  expect(await sentBy((fetch) => ours(fetch).customModel.create(body))).toEqual(create);
  expect(await sentBy((fetch) => ours(fetch).raw.suno.POST('/suno/v2/customModel/create', { body }))).toEqual(create);

  const prepare = await sentBy((fetch) => suno(fetch).POST('/suno/v2/customModel/prepare'));
  expect(await sentBy((fetch) => ours(fetch).customModel.prepare())).toEqual(prepare);
  expect(await sentBy((fetch) => ours(fetch).raw.suno.POST('/suno/v2/customModel/prepare'))).toEqual(prepare);

  const points = { body: { dateRange, page: 1 } };
  const search = await sentBy((fetch) => usage(fetch).POST('/api-user/points/search', points));
  const first = async (fetch: (url: string, init: RequestInit) => Promise<Response>): Promise<unknown> =>
    await ours(fetch).usage.searchPoints(points.body).pages()[Symbol.asyncIterator]().next();
  expect(await sentBy(first)).toEqual(search);
  expect(await sentBy((fetch) => ours(fetch).raw.usage.POST('/api-user/points/search', points))).toEqual(search);
});

test('a raw call gives the real status and headers, a body that nobody has read, and never an error', async () => {
  await using server = await startServer(respond(201, { sessionId: 's' }, { 'x-extra': '1' }), respond(401, { message: 'no' }));
  const client = createClient({ apiKey: 'sk-1', baseUrl: server.url });
  const options = { headers: { 'x-trace': '1' }, parseAs: 'stream' as const };
  const { data, error, response } = await client.raw.suno.POST('/suno/v2/audio/upload/session', options);
  expect(data).toBeInstanceOf(ReadableStream);
  expect(error).toBeUndefined();
  expect(response).toBeInstanceOf(Response);
  expect(response.status).toBe(201);
  expect(response.headers.get('x-extra')).toBe('1');
  expect(await response.json()).toEqual({ sessionId: 's' });
  expect(server.seen[0]?.headers).toMatchObject({ authorization: 'Bearer sk-1', 'x-trace': '1' });
  await expect(client.raw.suno.GET('/suno/v2/generate/schema', {})).rejects.toMatchObject({
    code: 'authentication_failed',
    operation: 'GET /suno/v2/generate/schema',
  });
});

test('a raw call accepts a response that breaks the contract, and an empty one', async () => {
  await using server = await startServer(respond(201, { surprise: 1 }), respond(201, ''), respond(201, '<html>'));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, retry: false });
  expect((await client.raw.suno.POST('/suno/v2/customModel/prepare')).data).toEqual({ surprise: 1 });
  expect((await client.raw.suno.POST('/suno/v2/customModel/prepare')).data).toBeUndefined();
  const html = client.raw.suno.POST('/suno/v2/customModel/prepare');
  await expect(html).rejects.toMatchObject({ code: 'unexpected_response' });
});

test('middleware of openapi-fetch works on raw clients, and on methods alike', async () => {
  await using server = await startServer(respond(201, { sessionId: 's' }));
  const client = createClient({ apiKey: 'k', baseUrl: server.url });
  const onRequest = vi.fn(({ request }: { request: Request }) => request.headers.set('x-middleware', 'yes'));
  client.raw.suno.use({ onRequest });
  await client.raw.suno.POST('/suno/v2/customModel/prepare');
  await client.customModel.prepare();
  expect(server.seen.map((it) => it.headers['x-middleware'])).toEqual(['yes', 'yes']);
});

test('rawOf calls paths that the contract does not have, of either host', async () => {
  interface MyPaths {
    '/suno/v2/wav': {
      post: {
        requestBody: { content: { 'application/json': { clip_id: string } } };
        responses: { 201: { content: { 'application/json': { taskId: string } } } };
      };
    };
    '/suno/v2/things/{id}': {
      delete: {
        parameters: { path: { id: string } };
        responses: { 200: { content: { 'application/json': { gone: boolean } } } };
      };
    };
  }
  await using server = await startServer(respond(201, { taskId: 't' }), respond(200, { gone: true }), respond(500, ''));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, usageBaseUrl: server.url });
  const wav = await rawOf<MyPaths>(client).POST('/suno/v2/wav', { body: { clip_id: 'c' } });
  expect(wav.data.taskId).toBe('t');
  const gone = await rawOf<MyPaths>(client, 'usage').DELETE('/suno/v2/things/{id}', { params: { path: { id: 'a/b' } } });
  expect(gone.data.gone).toBe(true);
  expect(server.seen[1]).toMatchObject({ method: 'DELETE', url: '/suno/v2/things/a%2Fb', headers: { 'x-api-key': 'k' } });
  const failed = rawOf<MyPaths>(client).POST('/suno/v2/wav', { body: { clip_id: 'c' } });
  await expect(failed).rejects.toMatchObject({ code: 'server_error', attempts: 1, charged: 'unknown' });
});

test('no path of the contract holds a parameter: the retry policies are looked up by whole paths', () => {
  const paths = ['suno', 'usage'].flatMap((name) => {
    const file = new URL(`../../../openapi/${name}.yaml`, import.meta.url);
    return Object.keys((parse(readFileSync(file, 'utf8')) as { paths: object }).paths);
  });
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => path.includes('{'))).toEqual([]);
});
