import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { quickClock } from '../test/clock.ts';
import { summarize, wasSent } from './fetch-failure.ts';
import { createClient } from './index.ts';

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

test('perhaps sent, where the platform tells nothing', () => {
  for (const error of [new TypeError('Failed to fetch'), 'odd', null, undefined]) expect(wasSent(error)).toBe(true);
});

test('a server that speaks no TLS was not sent anything', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createClient({ apiKey: 'k', baseUrl, clock: quickClock() });
  const call = client.customModel.create({ sessionId: 's', clipIds: [], name: 'n' });
  await expect(call).rejects.toMatchObject({ code: 'connection_failed', sent: 'no', charged: 'no' });
  server.closeAllConnections();
  server.close();
});

test('keeps messages and code of an error and its causes, and goes in no circle', () => {
  const error = failed({ message: 'connect ECONNREFUSED\n127.0.0.1:1 with key-1234', code: 'ECONNREFUSED' });
  expect(summarize(error, 'key-1234')).toMatchObject({
    message: 'fetch failed: connect ECONNREFUSED 127.0.0.1:1 with [redacted]',
    code: 'ECONNREFUSED',
  });
  const circle = new Error('a');
  circle.cause = circle;
  expect(summarize(circle, '').message).toBe('a: a: a: a: a');
  expect(summarize('odd', '').message).toBe('');
});
