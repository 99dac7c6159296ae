import { expect, test } from 'vitest';
import { createSandbox } from '../index.ts';

const body = { task: 'create', model: 'chirp-v50', title: 'Tür' };
const text = JSON.stringify(body);
const path = '/suno/v2/generate';
const plain = { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' };
const post = { method: 'POST', headers: plain, body: text };

type Call = (base: string) => Parameters<typeof fetch>;

test.each<[string, Call]>([
  ['a text and an init', (base) => [base + path, post]],
  ['a method in small letters', (base) => [base + path, { ...post, method: 'post' }]],
  ['a URL object', (base) => [new URL(base + path), post]],
  ['a URL with a fragment', (base) => [`${base}${path}#here`, post]],
  ['a Headers object', (base) => [base + path, { ...post, headers: new Headers(plain) }]],
  ['a list of headers', (base) => [base + path, { ...post, headers: Object.entries(plain) }]],
  [
    'headers in capitals',
    (base) => [base + path, { ...post, headers: { Authorization: plain.authorization, 'CONTENT-TYPE': 'application/json' } }],
  ],
  ['bytes', (base) => [base + path, { ...post, body: new TextEncoder().encode(text) }]],
  ['a Blob', (base) => [base + path, { ...post, body: new Blob([text]) }]],
  ['a Request', (base) => [new Request(base + path, post)]],
  ['a Request and an init that wins', (base) => [new Request(base + path, { ...post, body: '{}' }), { body: text }]],
  ['the real host', () => [`https://api.mountsea.ai${path}`, post]],
])('a call may be made with %s', async (_, call) => {
  const sandbox = createSandbox();
  const response = await sandbox.fetch(...call(sandbox.baseUrl));
  expect([response.status, response.ok, response.headers.get('content-type')]).toEqual([
    201,
    true,
    'application/json; charset=utf-8',
  ]);
  expect(sandbox.calls[0]).toMatchObject({ method: 'POST', path, body });
});

test.each([
  'https://example.com/',
  'http://sandbox.localhost.evil.example/suno/v2/status',
  'https://api.mountsea.ai.evil.example/',
])('%s is not a host of the sandbox, and nothing is sent there', async (url) => {
  const sandbox = createSandbox();
  await expect(sandbox.fetch(url)).rejects.toMatchObject({ message: 'fetch failed', cause: { code: 'ENOTFOUND' } });
  expect(sandbox.count()).toBe(0);
});

test('a response can be cloned and read as a stream, like any other', async () => {
  const { fetch: call, songUrls } = createSandbox();
  const response = await call(songUrls[0] ?? '', { headers: { range: 'bytes=0-9999' } });
  const copy = response.clone();
  let length = 0;
  for await (const part of response.body ?? []) length += part.length;
  expect([length, (await copy.arrayBuffer()).byteLength, response.status]).toEqual([10_000, 10_000, 206]);
});

test('many calls leave no listener on a signal that lives on', async () => {
  const sandbox = createSandbox();
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...given: Parameters<typeof add>) => {
    listeners += 1;
    add(...given);
  };
  signal.removeEventListener = (...given: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...given);
  };
  sandbox.faults.add({ kind: 'delay', delayMs: 1, times: 30 });
  for (let n = 0; n < 60; n++) await sandbox.fetch(`${sandbox.baseUrl}${path}`, { ...post, signal });
  expect(listeners).toBe(0);
  expect(sandbox.count('generate')).toBe(60);
});
