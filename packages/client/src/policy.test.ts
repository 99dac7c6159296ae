import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { quickClock } from '../test/clock.ts';
import { answer, cutOff, type Handler, hang, reset, stall, startServer, type TestServer } from '../test/server.ts';
import {
  type Clock,
  createClient,
  isMountseaError,
  type MountseaClient,
  type MountseaError,
  type Pages,
  systemClock,
} from './index.ts';
import { operations } from './operations.ts';
import type { Fault } from './policy.ts';

const names = Object.keys(operations);

/** An answer that suits every operation which does not answer with a list. */
const good = { taskId: 't', status: 'ready', sessionId: 's', id: 'i', playlist_id: 'p', credits: 1, items: [], meta: {} };
const lists = ['generate.schema', 'usage.services'];

/** Calls a method by its name, as `client.a.b(argument)`. */
async function callMethod(client: MountseaClient, name: string): Promise<unknown> {
  const method = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], client) as (
    argument?: unknown,
  ) => Promise<unknown> & Pages<unknown, unknown>;
  const { bare, query, pages } = operations[name] ?? {};
  const result = bare ? method() : method(query ? 't' : {});
  if (pages === undefined) return result;
  for await (const _ of result.pages());
  return undefined;
}

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
function expected(operation: string, fault: Fault): { again: boolean; charged: string } {
  const read = /^(tasks|usage|generate)\./.test(operation);
  const once = !read && !/^customModel\.(prepare|upload)$/.test(operation);
  const never = fault === 'refused' || fault === 'conflict';
  const harmless = fault === 'refused' || fault === 'rate-limited' || fault === 'not-sent';
  return {
    again: !never && (!once || fault === 'not-sent' || fault === 'rate-limited'),
    charged: read || harmless ? 'no' : 'unknown',
  };
}

const cases = names.flatMap((operation) =>
  faults.map(([name, fault, code, handler]) => ({ operation, name, fault, code, handler })),
);

test.concurrent.each(cases)('$operation after $name', async ({ operation, fault, code, handler }) => {
  const { again, charged } = expected(operation, fault);
  // A time limit is reached some time after the server has got the request.
  const clockFor = ({ seen }: TestServer): Clock =>
    fault === 'timed-out'
      ? quickClock(20_000, async () => {
          const before = seen.length;
          while (seen.length === before) await systemClock.sleep(2);
          await systemClock.sleep(10);
        })
      : quickClock();
  const clientFor = (server: TestServer): MountseaClient =>
    createClient({ apiKey: 'k', baseUrl: server.url, usageBaseUrl: server.url, clock: clockFor(server) });

  await using once = await startServer(handler, answer(201, lists.includes(operation) ? [] : good));
  const outcome = await settle(callMethod(clientFor(once), operation));
  expect(once.seen.length).toBe(again ? 2 : 1);
  if (again) expect(isMountseaError(outcome)).toBe(false);
  else expect(outcome).toMatchObject({ code, charged, operation, attempts: 1, retryable: false });

  await using always = await startServer(handler);
  const failed = await settle(callMethod(clientFor(always), operation));
  const attempts = again ? 4 : 1;
  expect(failed).toMatchObject({ code, charged, operation, attempts, retryable: again });
  expect(always.seen.length).toBe(attempts);
});

test.each(names)('%s is sent again when the server was never reached', async (operation) => {
  const url = await closedPort();
  const clock = quickClock();
  const client = createClient({ apiKey: 'k', baseUrl: url, usageBaseUrl: url, clock });
  const failed = await settle(callMethod(client, operation));
  expect(failed).toMatchObject({ code: 'connection_failed', sent: 'no', charged: 'no', attempts: 4, retryable: true });
  expect(clock.waits).toHaveLength(3);
});

test('an upload whose first answer was lost stays unsure of its charge, whatever comes after', async () => {
  await using server = await startServer(reset, answer(400, {}));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock: quickClock() });
  const failed = await settle(callMethod(client, 'customModel.upload'));
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
