import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { everyMethod } from '../test/support/every-method.ts';
import { quickClock } from '../test/support/quick-clock.ts';
import { cutOff, type Handler, hang, reset, respond, stall, startServer, type TestServer } from '../test/support/server.ts';
import { type Clock, createClient, isMountseaError, type MountseaClient, systemClock } from './index.ts';
import { type FailureKind, retryPolicies, retryPolicyOf } from './retry-policies.ts';

/** Ways in which each kind of failure shows on the wire, and the code of the error that they end in. */
const failures: [name: string, kind: FailureKind, code: string, handler: Handler][] = [
  ['429', 'rate-limited', 'rate_limited', respond(429, { message: 'slow down' })],
  ['429 + Retry-After', 'rate-limited', 'rate_limited', respond(429, '', { 'retry-after': '2' })],
  ['400', 'refused', 'validation_failed', respond(400, { message: ['name too long'] })],
  ['401', 'refused', 'authentication_failed', respond(401, '')],
  ['402', 'refused', 'insufficient_credits', respond(402, '')],
  ['403', 'refused', 'permission_denied', respond(403, {})],
  ['404', 'refused', 'not_found', respond(404, 'Not Found')],
  ['422', 'refused', 'validation_failed', respond(422, {})],
  ['409', 'conflict', 'conflict', respond(409, {})],
  ['reset', 'lost', 'connection_failed', reset],
  ['hang', 'timed-out', 'timed_out', hang],
  ['stall in the body', 'timed-out', 'timed_out', stall],
  ['408', 'server-failed', 'server_error', respond(408, '')],
  ['500', 'server-failed', 'server_error', respond(500, { error: 'oops' })],
  ['502 with HTML', 'server-failed', 'server_error', respond(502, '<html>Bad Gateway</html>')],
  ['503 + Retry-After', 'server-failed', 'server_error', respond(503, '', { 'retry-after': '1' })],
  ['504', 'server-failed', 'server_error', respond(504, '')],
  ['redirect', 'unreadable', 'unexpected_response', respond(307, '', { location: '/elsewhere' })],
  ['2xx with HTML', 'unreadable', 'unexpected_response', respond(200, '<html>Login</html>')],
  ['2xx that is empty', 'unreadable', 'unexpected_response', respond(200, '')],
  ['2xx off the contract', 'unreadable', 'unexpected_response', respond(200, 'null')],
  ['2xx with half a JSON', 'unreadable', 'unexpected_response', respond(200, '{"taskId": "t')],
  ['2xx that is nested too deeply', 'out-of-bounds', 'unexpected_response', respond(200, '['.repeat(3_000) + ']'.repeat(3_000))],
  ['2xx that is cut off', 'unreadable', 'unexpected_response', cutOff(200, '{"taskId": "t')],
];

/** The rule, written down a second time: what is sent again, and what an error says of the credits. */
function expected(operation: string, kind: FailureKind): { again: boolean; charged: string } {
  const isRead = operation.startsWith('GET ') || operation.includes('/points/search');
  const isPaid = !isRead && !/customModel\/(prepare|upload)$/.test(operation);
  const isFinal = kind === 'refused' || kind === 'conflict' || kind === 'out-of-bounds';
  return { again: !isPaid && !isFinal, charged: isRead || kind === 'refused' ? 'no' : 'unknown' };
}

const methods = Object.entries(everyMethod).map(([name, method]) => ({ name, ...method }));
const cases = methods.flatMap((method) =>
  failures.map(([failure, kind, code, handler]) => ({ ...method, failure, kind, code, handler })),
);

test.concurrent.each(cases)('$name after $failure', async ({ operation, call, response, kind, code, handler }) => {
  const { again, charged } = expected(operation, kind);
  // A time limit is reached some time after the server has got the request.
  const clockFor = ({ seen }: TestServer): Clock =>
    kind === 'timed-out'
      ? quickClock(20_000, async () => {
          const before = seen.length;
          while (seen.length === before) await systemClock.sleep(2);
          await systemClock.sleep(10);
        })
      : quickClock();
  const clientFor = (server: TestServer): MountseaClient =>
    createClient({ apiKey: 'k', baseUrl: server.url, usageBaseUrl: server.url, clock: clockFor(server) });

  await using once = await startServer(handler, respond(201, response));
  const outcome = await errorOf(call(clientFor(once)));
  expect(once.seen.length).toBe(again ? 2 : 1);
  if (again) expect(outcome).toBeUndefined();
  else expect(outcome).toMatchObject({ code, charged, operation, attempts: 1, retryable: false });

  await using always = await startServer(handler);
  const attempts = again ? 4 : 1;
  expect(await errorOf(call(clientFor(always)))).toMatchObject({ code, charged, operation, attempts, retryable: again });
  expect(always.seen.length).toBe(attempts);
});

describe('a server that was never reached', () => {
  test.each(methods)('$name is sent again', async ({ call }) => {
    const url = await closedPort();
    const clock = quickClock();
    const client = createClient({ apiKey: 'k', baseUrl: url, usageBaseUrl: url, clock });
    const never = { code: 'connection_failed', sent: 'no', charged: 'no', attempts: 4, retryable: true };
    expect(await errorOf(call(client))).toMatchObject(never);
    expect(clock.waits).toHaveLength(3);
  });

  test.each([
    [undefined, 1, 'maybe', 'unknown'],
    [false, 1, 'maybe', 'unknown'],
    [true, 4, 'no', 'no'],
  ])("the word of the caller's own fetch counts when fetchSendsOnce is %s", async (fetchSendsOnce, attempts, sent, charged) => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    let sends = 0;
    const fetch = (): Promise<never> => {
      sends++;
      return Promise.reject(new TypeError('fetch failed', { cause: refused }));
    };
    const client = createClient({ apiKey: 'k', fetch, fetchSendsOnce, clock: quickClock() });
    const failed = await errorOf(client.customModel.create({ sessionId: 's', clipIds: [], name: 'n' }));
    expect(failed).toMatchObject({ code: 'connection_failed', attempts, sent, charged });
    expect(sends).toBe(attempts);
  });
});

test('an upload whose first response was lost keeps an unknown charge, whatever follows', async () => {
  await using server = await startServer(reset, respond(400, {}));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock: quickClock() });
  const failed = await errorOf(client.customModel.upload({ sessionId: 's', audioUrl: 'https://a.example/1.mp3' }));
  expect(failed).toMatchObject({ code: 'validation_failed', charged: 'unknown', attempts: 2 });
});

test('an operation that the contract does not have counts as paid, unless it is a GET', () => {
  expect(retryPolicyOf('POST /suno/v2/customModel/prepare')).toBe('repeatable');
  expect(retryPolicyOf('POST /suno/v2/wav')).toBe('at-most-once');
  expect(retryPolicyOf('DELETE /suno/v2/status')).toBe('at-most-once');
  expect(retryPolicyOf('GET /suno/v2/bases')).toBe('read');
  expect(retryPolicyOf('POST toString')).toBe('at-most-once');
});

test('every operation is called by a method, and every method calls an operation of its own', () => {
  expect(methods.map(({ operation }) => operation).sort()).toEqual(Object.keys(retryPolicies).sort());
});

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => (isMountseaError(error) ? error : Promise.reject(error)),
  );
}

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
