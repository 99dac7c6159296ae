import type { SunoPaths, UsagePaths } from '@mountsea-suno/types';
import createOpenapiClient from 'openapi-fetch';
import { expect, test } from 'vitest';
import { readContract } from '../scripts/generated-files.ts';
import { createClient } from './index.ts';

interface Sent {
  method: string;
  url: string;
  body: string;
  type: string | null;
}

/** What a fetch was asked to send. */
async function sentBy(
  call: (fetch: (input: string | Request, init?: RequestInit) => Promise<Response>) => Promise<unknown>,
): Promise<Sent> {
  const seen: Request[] = [];
  await call(async (input, init) => {
    seen.push(new Request(input, init));
    return Response.json({});
  });
  const [request] = seen;
  if (!request) throw new Error('nothing was sent');
  return { method: request.method, url: request.url, body: await request.text(), type: request.headers.get('content-type') };
}

const baseUrl = 'https://a.example/gateway';
const dateRange = { start: 0, end: 1 };
const body = { sessionId: 's', clipIds: ['1'], name: 'ünï' };

test('sends what openapi-fetch sends for the same path and options', async () => {
  const ours = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
    createClient({ apiKey: 'k', baseUrl, usageBaseUrl: baseUrl, fetch }).raw;
  const query = { taskId: 'ä & b/c?' };
  expect(await sentBy((fetch) => ours(fetch).suno.GET('/suno/v2/status', { params: { query } }))).toEqual(
    await sentBy((fetch) => createOpenapiClient<SunoPaths>({ baseUrl, fetch }).GET('/suno/v2/status', { params: { query } })),
  );
  expect(await sentBy((fetch) => ours(fetch).suno.GET('/suno/v2/generate/schema'))).toEqual(
    await sentBy((fetch) => createOpenapiClient<SunoPaths>({ baseUrl, fetch }).GET('/suno/v2/generate/schema')),
  );
  expect(await sentBy((fetch) => ours(fetch).suno.POST('/suno/v2/customModel/create', { body }))).toEqual(
    await sentBy((fetch) => createOpenapiClient<SunoPaths>({ baseUrl, fetch }).POST('/suno/v2/customModel/create', { body })),
  );
  expect(await sentBy((fetch) => ours(fetch).suno.POST('/suno/v2/customModel/prepare'))).toEqual(
    await sentBy((fetch) => createOpenapiClient<SunoPaths>({ baseUrl, fetch }).POST('/suno/v2/customModel/prepare')),
  );
  expect(await sentBy((fetch) => ours(fetch).usage.POST('/api-user/points/search', { body: { dateRange } }))).toEqual(
    await sentBy((fetch) =>
      createOpenapiClient<UsagePaths>({ baseUrl, fetch }).POST('/api-user/points/search', { body: { dateRange } }),
    ),
  );
});

const documents = Object.values(readContract());

test('a path needs no parameters in itself: the contract has none that do', () => {
  expect(documents.flatMap(({ paths }) => Object.keys(paths)).filter((path) => path.includes('{'))).toEqual([]);
});

test('a query holds single values: the contract has no lists and objects there', () => {
  type Parameter = { schema: { type: string } };
  const operations = documents.flatMap(({ paths }) => Object.values(paths).flatMap((path) => Object.values(path)));
  const parameters = operations.flatMap((operation) => (operation as { parameters?: Parameter[] }).parameters ?? []);
  const types = new Set(parameters.map(({ schema }) => schema.type));
  expect(types).toContain('string');
  expect(types).not.toContain('array');
  expect(types).not.toContain('object');
});
