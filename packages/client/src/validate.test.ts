import { expect, test } from 'vitest';
import { quickClock } from '../test/clock.ts';
import { answer, startServer } from '../test/server.ts';
import { problemsOf } from './answer-schema.ts';
import { createClient } from './index.ts';
import { withValidation } from './validate.ts';

const wrong = { taskId: 't', status: 'ready', createdAt: 5, failReason: ['x'] };
const right = { taskId: 't', status: 'a-new-one', createdAt: '2026-01-01T00:00:00Z', data: [{ id: 1 }], unknown: true };

test('throw: an answer off the contract fails the call and says where', async () => {
  await using server = await startServer(answer(200, wrong));
  const client = createClient(withValidation({ apiKey: 'k', baseUrl: `${server.url}/gateway`, clock: quickClock() }));
  await expect(client.tasks.get('t')).rejects.toMatchObject({
    code: 'unexpected_response',
    messages: ['body.createdAt: is number, not string', 'body.failReason: is array, not string'],
  });
});

test('warn: it is told, and the call goes on; off: nothing', async () => {
  await using server = await startServer(answer(200, wrong));
  const options = { apiKey: 'k', baseUrl: server.url };
  const told: string[] = [];
  const warn = (message: string) => void told.push(message);
  expect((await createClient(withValidation(options, { validate: 'warn', warn })).tasks.get('t')).status).toBe('ready');
  expect(told).toHaveLength(2);
  expect(withValidation(options, { validate: 'off' })).toBe(options);
});

test('unknown fields and unknown statuses are no problem', async () => {
  await using server = await startServer(answer(200, right));
  const client = createClient(withValidation({ apiKey: 'k', baseUrl: server.url }));
  expect((await client.tasks.get('t')).status).toBe('a-new-one');
});

test('reads alternatives, lists, nulls and missing fields', () => {
  const schema = { type: 'array', items: { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } } };
  expect(problemsOf(schema, [{ a: 1 }, {}, { a: 'x' }])).toEqual(['body[1].a: is missing', 'body[2].a: is string, not integer']);
  expect(problemsOf({ anyOf: [{ type: 'string' }, { type: 'null' }] }, 3)).toEqual([
    'body: is number, which no alternative allows',
  ]);
  expect(problemsOf({ type: 'string', nullable: true }, null)).toEqual([]);
});
