import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { quickClock } from '../test/support/quick-clock.ts';
import { respond, startServer } from '../test/support/server.ts';
import { summarizeError, wasSent } from './classify-failure.ts';
import { createClient, isMountseaError, type MountseaError } from './index.ts';

const apiKey = 'sk-secret/key';

async function failWith(status: number, body: unknown, headers: Record<string, string> = {}): Promise<MountseaError> {
  await using server = await startServer(respond(status, body, headers));
  const client = createClient({ apiKey, baseUrl: server.url, clock: quickClock() });
  const error: unknown = await client.customModel.create({ sessionId: 's', clipIds: [], name: 'n' }).catch((it: unknown) => it);
  if (!isMountseaError(error)) throw new Error('no error');
  return error;
}

test.each<[string, unknown, string]>([
  ['a NestJS message', { statusCode: 400, message: 'name too long', error: 'Bad Request' }, ': name too long. Correct'],
  ['a NestJS list', { statusCode: 400, message: ['name too long', 'too few clips'] }, ': name too long; too few clips. Correct'],
  ['error', { error: 'name too long' }, ': name too long. Correct'],
  ['error.message', { error: { code: 7, message: 'name too long!' } }, ': name too long. Correct'],
  ['errorMessage', { errorMessage: 'name too long', errorCode: 4 }, ': name too long. Correct'],
  ['a list of errors', { error: [{ message: 'a' }, { message: 'b' }] }, ': a; b. Correct'],
  ['nothing', '', 'HTTP 400. Correct'],
  ['HTML', '<html>400</html>', 'HTTP 400. Correct'],
  ['a number', 12, 'HTTP 400. Correct'],
])('reads the message of an error body with %s', async (_name, body, expected) => {
  const error = await failWith(400, body);
  expect(error.message).toContain(expected);
  expect(error).toMatchObject({ code: 'validation_failed', charged: 'no', status: 400 });
});

test.each<[number, unknown, string]>([
  [402, '', 'insufficient_credits'],
  [400, { message: 'Insufficient credits' }, 'insufficient_credits'],
  [403, { message: 'Your credits are not enough' }, 'insufficient_credits'],
  [429, { error: 'insufficient account balance' }, 'insufficient_credits'],
  [400, { message: '积分不足' }, 'insufficient_credits'],
  [400, { message: 'name must not be empty' }, 'validation_failed'],
  [418, {}, 'validation_failed'],
  [500, { message: 'no credit service' }, 'server_error'],
])('%i %j is %s', async (status, body, code) => {
  expect((await failWith(status, body)).code).toBe(code);
});

test('carries what a support request needs, cut and cleaned', async () => {
  const error = await failWith(400, { message: 'bad\u001b[31m\nname', long: 'x'.repeat(5_000) }, { 'x-request-id': 'r-1' });
  expect(error.requestId).toBe('r-1');
  expect(error.message).toContain('bad name');
  expect(error.body).toHaveLength(2_000);
});

test('never shows the key in an error, however the server spells it', async () => {
  const escaped = [...apiKey].map((it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  for (const body of [{ message: `bad key ${apiKey}`, apiKey }, `you sent ${apiKey}`, `{"message":"${escaped}"}`]) {
    const shown = inspect(await failWith(401, body, { 'x-request-id': 'r' }), { depth: 10 });
    expect(shown).not.toContain('secret');
    expect(shown).toContain('[redacted]');
  }
});

test('never shows the query of a signed URL that the server echoes, whole or cut off', async () => {
  const url = 'https://a.example/1.mp3?X-Amz-Credential=hush&X-Amz-Signature=hush';
  const json = JSON.stringify({ message: `no song at ${url}`, audioUrl: url, said: `"${url}"` });
  for (const body of [
    json,
    json.slice(0, -9),
    json.replaceAll('/', '\\/').replaceAll('&', '\\u0026').slice(0, -9),
    `<a href=${url}>`,
  ]) {
    const error = await failWith(400, body, { 'x-request-id': url });
    expect(inspect(error, { depth: 10 })).not.toContain('hush');
    expect(JSON.stringify(error)).toContain('1.mp3');
  }
  expect((await failWith(400, json)).body).toMatchObject({ said: '"https://a.example/1.mp3"' });
});

test('keeps the messages and the code of an underlying error, without the key', async () => {
  const fetch = (): Promise<Response> =>
    Promise.reject(
      Object.assign(new TypeError(`failed with ${apiKey}`), { cause: { code: 'ECONNRESET', data: apiKey, message: 'reset' } }),
    );
  const client = createClient({ apiKey, fetch, clock: quickClock() });
  const error = await client.generate({ task: 'create', model: 'chirp-v50' }).catch((it: unknown) => it);
  expect(error).toMatchObject({
    code: 'connection_failed',
    sent: 'maybe',
    charged: 'unknown',
    cause: { code: 'ECONNRESET' },
  });
  expect(inspect(error, { depth: 10 })).not.toContain('secret');
});

const failed = (cause: object): Error => new TypeError('fetch failed', { cause });

test.each([
  ['refused', { code: 'ECONNREFUSED', syscall: 'connect' }],
  ['no such host', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
  ['the resolver is down', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }],
  ['no route', { code: 'EHOSTUNREACH', syscall: 'connect' }],
  ['connect timeout of the system', { code: 'ETIMEDOUT', syscall: 'connect' }],
  ['connect timeout of undici', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
  ['an expired certificate', { code: 'CERT_HAS_EXPIRED' }],
  ['a certificate for another name', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
  ['a certificate of its own making', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
  ['an unknown issuer', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
  ['no common TLS version', { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }],
  [
    'broken off in the TLS handshake',
    { code: 'ECONNRESET', message: 'Client network socket disconnected before secure TLS connection was established' },
  ],
  ['each address of the host', { errors: [{ code: 'ECONNREFUSED' }, { code: 'ETIMEDOUT', syscall: 'connect' }] }],
])('%s: certainly not sent', (_name, cause) => {
  expect(wasSent(failed(cause))).toBe(false);
});

test.each([
  ['reset', { code: 'ECONNRESET', syscall: 'read' }],
  ['closed by the other side', { code: 'UND_ERR_SOCKET' }],
  ['a broken pipe', { code: 'EPIPE', syscall: 'write' }],
  ['timeout while reading', { code: 'ETIMEDOUT', syscall: 'read' }],
  ['headers timeout', { code: 'UND_ERR_HEADERS_TIMEOUT' }],
  ['one address refused, the other reset', { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }] }],
  ['nothing known', {}],
])('%s: perhaps sent', (_name, cause) => {
  expect(wasSent(failed(cause))).toBe(true);
});

test('a request counts as perhaps sent where the platform says nothing', () => {
  for (const error of [new TypeError('Failed to fetch'), 'odd', null, undefined]) expect(wasSent(error)).toBe(true);
});

test('a server that does not speak TLS was not sent anything', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createClient({ apiKey: 'k', baseUrl, clock: quickClock() });
  const call = client.customModel.create({ sessionId: 's', clipIds: [], name: 'n' });
  await expect(call).rejects.toMatchObject({ code: 'connection_failed', sent: 'no', charged: 'no' });
  server.closeAllConnections();
  server.close();
});

test('keeps messages and code of an error and its causes, and stops at a circle of causes', () => {
  const error = failed({ message: 'connect ECONNREFUSED\n127.0.0.1:1 with key-1234', code: 'ECONNREFUSED' });
  expect(summarizeError(error, 'key-1234')).toMatchObject({
    message: 'fetch failed: connect ECONNREFUSED 127.0.0.1:1 with [redacted]',
    code: 'ECONNREFUSED',
  });
  const circle = new Error('a');
  circle.cause = circle;
  expect(summarizeError(circle, '').message).toBe('a: a: a: a: a');
  expect(summarizeError('odd', '').message).toBe('');
});
