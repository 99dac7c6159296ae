import { describe, expect, test } from 'vitest';
import { drive } from '../../test/support/drive.ts';
import { compileContract } from '../contract/compile-contract.ts';
import { exampleOf } from '../contract/example.ts';
import { listOperations } from '../contract/operations.ts';
import { contract, type OpenApiDocument } from '../generated/contract.gen.ts';
import { handlers } from './handlers.ts';

const operations = listOperations(contract);

/** What each operation that a session of the chain needs is to have a handler of its own for. */
const stateful = [
  'customModel.prepare',
  'customModel.upload',
  'customModel.create',
  'tasks.get',
  'generate',
  'generate.schema',
  'audio.upload.session',
  'audio.upload.session.item',
  'usage.credits',
  'usage.services',
  'usage.searchPoints',
];

/** Refused here, since the clips are foreign and nothing awaits. */
const refused = new Set(['customModel.create', 'voicePersona.complete']);

/** A body that the contract allows, and the sandbox's state with it. */
const bodies: Readonly<Record<string, Record<string, unknown>>> = {
  'usage.searchPoints': { dateRange: { start: 0, end: 1 } },
  generate: { task: 'create', model: 'chirp-v50' },
};

test('every handler belongs to an operation of the contract', () => {
  const names = operations.map((operation) => operation.name);
  expect(Object.keys(handlers).filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('every operation that keeps state has a handler of its own', () => {
  expect(stateful.filter((name) => handlers[name] === undefined)).toEqual([]);
});

describe('every operation of the contract responds', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const { send, prepare } = drive();
    const sessionId = name.startsWith('audio.upload')
      ? (await send('POST', '/suno/v2/audio/upload/session')).body.sessionId
      : await prepare();
    const clipIds = Array.from({ length: 6 }, () => 'none');
    const example = { sessionId, audioUrl: 'https://example.com/a.mp3', clipIds, name: 'x', ...bodies[name] };
    const made = operation.bodySchema === undefined ? undefined : exampleOf(operation.document, operation.bodySchema, 'seed');
    const body =
      operation.bodySchema === undefined ? undefined : { ...(made as object), ...(handlers[name] === undefined ? {} : example) };
    const query = operation.method === 'GET' ? `?taskId=${sessionId}` : '';
    const response = await send(operation.method, operation.path.replaceAll(/\{\w+\}/g, 'x') + query, body);
    const expected = refused.has(name) ? 400 : operation.status;
    expect(response.status, JSON.stringify(response.body)).toBe(expected);
  });
});

test('an operation that the contract gains is served without a handler', async () => {
  const suno: OpenApiDocument = structuredClone(contract.suno);
  const create = suno.paths['/suno/v2/customModel/create']?.post;
  if (create === undefined) throw new Error('no create');
  const { requestBody: _, ...bare } = create;
  const object = {
    type: 'object',
    required: ['playlist_id', 'size'],
    properties: {
      playlist_id: { type: 'string', format: 'uuid' },
      size: { type: 'integer', minimum: 3 },
      name: { type: 'string' },
    },
  };
  const added = {
    '/suno/v2/remix': { post: { ...bare, operationId: 'Added_remix' } },
    '/suno/v2/list': {
      post: { ...bare, operationId: 'Added_list', responses: { '201': { content: { 'application/json': { schema: object } } } } },
    },
  };
  const grown = compileContract({ ...contract, suno: { ...suno, paths: { ...suno.paths, ...added } } });
  const { send, wait, sandbox } = drive({ contract: grown });
  const submitted = await send('POST', '/suno/v2/remix', {});
  expect(submitted.status).toBe(201);
  expect((await wait(submitted.body.taskId)).body).toMatchObject({ status: 'success', data: { status: 'complete' } });
  const made = await send('POST', '/suno/v2/list', {});
  expect(made.body).toMatchObject({ playlist_id: expect.stringMatching(/^[0-9a-f-]{36}$/), size: 3 });
  expect(sandbox.count('remix')).toBe(1);
});
