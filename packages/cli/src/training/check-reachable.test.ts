import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it, vi } from 'vitest';
import { checkReachable } from './check-reachable.ts';

const signal = new AbortController().signal;
const quick = { tries: 2, pauseMs: 1 };

async function listen(): Promise<{ url: string; received: () => number; close: () => Promise<void> }> {
  let received = 0;
  const server = createServer((socket) => {
    socket.on('data', (bytes) => {
      received += bytes.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => void (await new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/prefix`, received: () => received, close };
}

it('accepts a listener, and sends it nothing', async () => {
  const { url, received, close } = await listen();
  await checkReachable(url, signal, quick);
  await close();
  expect(received()).toBe(0);
});

it('says why it cannot connect', async () => {
  const { url, close } = await listen();
  await close();
  await expect(checkReachable(url, signal, quick)).rejects.toMatchObject({
    code: 'connection_failed',
    sent: 'no',
    charged: 'no',
    message: expect.stringMatching(/^127\.0\.0\.1:\d+ cannot be reached: nothing listens there$/u),
  });
});

it('waits for a server that is about to listen', async () => {
  const { url, close } = await listen();
  await close();
  const waiting = checkReachable(url, signal, { tries: 200, pauseMs: 20 });
  const server = createServer().listen(Number(new URL(url).port), '127.0.0.1');
  await waiting;
  await new Promise((resolve) => server.close(resolve));
});

it('stops at once on an abort', async () => {
  const { url, close } = await listen();
  await close();
  const stop = new AbortController();
  const waiting = checkReachable(url, stop.signal, { tries: 9, pauseMs: 60_000 });
  const reason = new Error('enough');
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

it.each([
  ['NODE_USE_ENV_PROXY', '1'],
  ['NODE_OPTIONS', '--use-env-proxy'],
])('leaves the check to the proxy that %s=%s names', async (name, value) => {
  const { url, close } = await listen();
  await close();
  vi.stubEnv(name, value);
  await checkReachable(url, signal, quick).finally(vi.unstubAllEnvs);
});
