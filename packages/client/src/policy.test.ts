import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { quickClock } from '../test/clock.ts';
import { answer, cutOff, type Handler, hang, reset, stall, startServer } from '../test/server.ts';
import { createClient, isMountseaError, type MountseaClient, type MountseaError } from './index.ts';
import { type OperationName, operations } from './operations.ts';
import type { Fault } from './policy.ts';

const session = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
const dateRange = { start: 0, end: 1 };

/** How each method is called, and an answer that suits it. */
const methods: Record<OperationName, { call: (client: MountseaClient) => Promise<unknown>; good: unknown }> = {
  'customModel.prepare': { call: (c) => c.customModel.prepare(), good: { sessionId: session } },
  'customModel.upload': {
    call: (c) => c.customModel.upload({ sessionId: session, audioUrl: 'https://a.example/1.mp3' }),
    good: { taskId: 't' },
  },
  'customModel.create': {
    call: (c) => c.customModel.create({ sessionId: session, clipIds: [], name: 'n' }),
    good: { taskId: session },
  },
  'tasks.get': { call: (c) => c.tasks.get('t'), good: { taskId: 't', status: 'ready' } },
  generate: { call: (c) => c.generate({ task: 'create', model: 'chirp-v50' }), good: { taskId: 't' } },
  'usage.credits': { call: (c) => c.usage.credits(), good: { credits: 1 } },
  'usage.services': { call: (c) => c.usage.services(), good: [] },
  'usage.searchPoints': {
    call: async (c) => {
      for await (const _ of c.usage.searchPoints({ dateRange }).pages());
    },
    good: { items: [], meta: {} },
  },
};

/** Ways in which each fault shows on the wire, and the code of the error they end in. */
const faults: [name: string, fault: Fault, code: string, handler: Handler][] = [
  ['429', 'rate-limited', 'rate_limited', answer(429, { message: 'slow down' })],
  ['429 + Retry-After', 'rate-limited', 'rate_limited', answer(429, '', { 'retry-after': '2' })],
  ['400', 'refused', 'validation_failed', answer(400, { message: ['name too long'] })],
  ['401', 'refused', 'authentication_failed', answer(401, '')],
  ['402', 'refused', 'insufficient_credits', answer(402, '')],
  ['403', 'refused', 'permission_denied', answer(403, {})],
  ['404', 'refused', 'not_found', answer(404, 'Not Found')],
  ['422', 'refused', 'validation_failed', answer(422, {})],
  ['409', 'conflict', 'conflict', answer(409, {})],
  ['reset', 'lost', 'connection_failed', reset],
  ['hang', 'timed-out', 'timed_out', hang],
  ['stall in the body', 'timed-out', 'timed_out', stall],
  ['408', 'server-failed', 'server_error', answer(408, '')],
  ['500', 'server-failed', 'server_error', answer(500, { error: 'oops' })],
  ['502 with HTML', 'server-failed', 'server_error', answer(502, '<html>Bad Gateway</html>')],
  ['503 + Retry-After', 'server-failed', 'server_error', answer(503, '', { 'retry-after': '1' })],
  ['504', 'server-failed', 'server_error', answer(504, '')],
  ['redirect', 'unreadable', 'unexpected_response', answer(307, '', { location: '/elsewhere' })],
  ['2xx with HTML', 'unreadable', 'unexpected_response', answer(200, '<html>Login</html>')],
  ['2xx that is empty', 'unreadable', 'unexpected_response', answer(200, '')],
  ['2xx off the contract', 'unreadable', 'unexpected_response', answer(200, 'null')],
  ['2xx with half a JSON', 'unreadable', 'unexpected_response', answer(200, '{"taskId": "t')],
  ['2xx that is cut off', 'unreadable', 'unexpected_response', cutOff(200, '{"taskId": "t')],
];

/** The table of the design, written down a second time: what is sent again, and what an error says of the credits. */
function expected(operation: OperationName, fault: Fault): { again: boolean; charged: string } {
  const read = operation === 'tasks.get' || operation.startsWith('usage.');
  const paid = operation === 'customModel.create' || operation === 'generate';
  const never = fault === 'refused' || fault === 'conflict';
  const harmless = fault === 'refused' || fault === 'rate-limited' || fault === 'not-sent';
  return {
    again: !never && (!paid || fault === 'not-sent' || fault === 'rate-limited'),
    charged: read || harmless ? 'no' : 'unknown',
  };
}

const cases = (Object.keys(operations) as OperationName[]).flatMap((operation) =>
  faults.map(([name, fault, code, handler]) => ({ operation, name, fault, code, handler })),
);

test.concurrent.each(cases)('$operation after $name', async ({ operation, fault, code, handler }) => {
  const { call, good } = methods[operation];
  const { again, charged } = expected(operation, fault);
  // Only a real fault of time needs real time.
  const slow = fault === 'timed-out';
  const retry = { baseMs: 2, ...(slow && { attemptTimeoutMs: 60 }) };
  const options = { apiKey: 'k', retry, ...(slow ? { timeoutMs: 400 } : { clock: quickClock() }) };

  await using once = await startServer(handler, answer(201, good));
  const outcome = await settle(call(createClient({ ...options, baseUrl: once.url, usageBaseUrl: once.url })));
  expect(once.seen.length).toBe(again ? 2 : 1);
  if (again) expect(isMountseaError(outcome)).toBe(false);
  else expect(outcome).toMatchObject({ code, charged, operation, attempts: 1, retryable: false });

  await using always = await startServer(handler);
  const failed = await settle(call(createClient({ ...options, baseUrl: always.url, usageBaseUrl: always.url })));
  const attempts = again ? 4 : 1;
  expect(failed).toMatchObject({ code, charged, operation, attempts, retryable: again });
  expect(always.seen.length).toBe(attempts);
});

test.each(Object.keys(operations) as OperationName[])('%s is sent again when the server was never reached', async (operation) => {
  const url = await closedPort();
  const clock = quickClock();
  const client = createClient({ apiKey: 'k', baseUrl: url, usageBaseUrl: url, clock });
  const failed = await settle(methods[operation].call(client));
  expect(failed).toMatchObject({ code: 'connection_failed', sent: 'no', charged: 'no', attempts: 4, retryable: true });
  expect(clock.waits).toHaveLength(3);
});

test('an upload whose first answer was lost stays unsure of its charge, whatever comes after', async () => {
  await using server = await startServer(reset, answer(400, {}));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock: quickClock() });
  const failed = await settle(methods['customModel.upload'].call(client));
  expect(failed).toMatchObject({ code: 'validation_failed', charged: 'unknown', attempts: 2 });
});

async function settle(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: MountseaError) => error);
}

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
