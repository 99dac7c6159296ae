import { expect, test } from 'vitest';
import { drive } from '../../test/support/drive.ts';
import { createSandbox, type Sandbox } from '../index.ts';

const call = async (sandbox: Sandbox, path: string, init: RequestInit): Promise<{ status: number; body: unknown }> => {
  const response = await sandbox.fetch(sandbox.baseUrl + path, init);
  return { status: response.status, body: await response.json() };
};

const unauthorized = { status: 401, body: { statusCode: 401, message: 'Unauthorized', error: 'Unauthorized' } };

test.each<[string, Record<string, string>, number]>([
  ['/suno/v2/customModel/prepare', { authorization: 'Bearer my-own-key' }, 201],
  ['/suno/v2/customModel/prepare', {}, 401],
  ['/suno/v2/customModel/prepare', { authorization: 'Bearer other' }, 401],
  ['/suno/v2/customModel/prepare', { authorization: 'my-own-key' }, 401],
  ['/suno/v2/customModel/prepare', { 'x-api-key': 'my-own-key' }, 401],
  ['/suno/v2/customModel/prepare?key=my-own-key', {}, 401],
  ['/api-user/credits', { 'x-api-key': 'my-own-key' }, 200],
  ['/api-user/credits', { authorization: 'Bearer my-own-key' }, 401],
  ['/api-user/credits?key=my-own-key', {}, 200],
  ['/api-user/credits?key=other', {}, 401],
])('%s with %j gives %i', async (path, headers, status) => {
  const sandbox = createSandbox({ apiKey: 'my-own-key' });
  const response = await call(sandbox, path, { method: path.startsWith('/api') ? 'GET' : 'POST', headers });
  expect(response.status).toBe(status);
  if (status === 401) expect(response).toEqual(unauthorized);
});

test('no record of a call holds the key, wherever the caller put it', async () => {
  const apiKey = 'very-secret-key';
  const sandbox = createSandbox({ apiKey });
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  await call(sandbox, `/api-user/credits?key=${apiKey}`, { headers });
  await call(sandbox, `/suno/v2/status?taskId=${apiKey}`, { headers });
  await call(sandbox, '/suno/v2/generate', {
    method: 'POST',
    headers,
    body: JSON.stringify({ prompt: `sing ${apiKey}`, [apiKey]: 1 }),
  });
  await call(sandbox, `/nowhere/${apiKey}`, { headers });
  expect(sandbox.calls).toHaveLength(4);
  const recorded = JSON.stringify([sandbox.calls, sandbox.snapshot()]);
  expect(recorded).toContain('[key]');
  expect(recorded).not.toContain(apiKey);
});

test.each<[string, unknown, string[]]>([
  ['customModel/create', {}, ['sessionId should not be empty', 'clipIds should not be empty', 'name should not be empty']],
  [
    'customModel/create',
    { sessionId: 'x', clipIds: ['a', 2], name: 7 },
    [
      'sessionId must be a UUID',
      'clipIds must contain at least 6 elements',
      'clipIds.1 must be a string',
      'name must be a string',
    ],
  ],
  [
    'customModel/upload',
    { sessionId: '25d529b1-160a-4eba-828f-6ca1c9cc4c91', audioUrl: 'song.mp3' },
    ['audioUrl must be a URL address'],
  ],
  ['customModel/create', [], ['body must be an object']],
  ['generate', { task: 'create' }, ['model should not be empty']],
  ['generate', { task: 'extend', model: 'chirp-v50' }, ['clip_id should not be empty']],
])('%s refuses %j as NestJS does', async (path, body, message) => {
  const { send } = drive();
  const response = await send('POST', `/suno/v2/${path}`, body);
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ statusCode: 400, error: 'Bad Request' });
  expect([...response.body.message].sort()).toEqual([...message].sort());
});

test('a generate task outside of the list is refused with the list', async () => {
  const { send } = drive();
  const { body } = await send('POST', '/suno/v2/generate', { task: 'dance', model: 'chirp-v50' });
  expect(body.message[0]).toMatch(/^task must be one of the following values: create, extend, /);
});

test.each<[string, RequestInit, number]>([
  ['/suno/v2/customModel/create', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400],
  ['/suno/v2/customModel/create', { method: 'POST', body: '{}' }, 400], // not said to be JSON
  ['/suno/v2/status', {}, 400],
  ['/suno/v2/nothing', {}, 404],
  ['/suno/v2/customModel/create', { method: 'GET' }, 404],
])('%s %j gives %i', async (path, init, status) => {
  const sandbox = createSandbox();
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${sandbox.apiKey}` };
  expect((await call(sandbox, path, { ...init, headers })).status).toBe(status);
  expect(sandbox.calls[0]).toMatchObject({ status, acted: false });
});

test('a response of its own that breaks the contract is a failure of the sandbox, and becomes a 500', async () => {
  const { sandbox, send } = drive();
  sandbox.credits.balance = Number.NaN; // becomes null in JSON, and is not a number to the contract
  const { status, body } = await send('GET', '/api-user/credits');
  expect([status, body.message]).toEqual([
    500,
    'The sandbox failed: its response to usage.credits breaks the contract: credits must be a number',
  ]);
});
