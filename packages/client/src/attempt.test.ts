import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { answer, hang, stall, startServer } from '../test/server.ts';
import { attempt, timeIsOver } from './attempt.ts';
import { systemClock } from './clock.ts';
import { createClient } from './index.ts';

const ready = { taskId: 't', status: 'ready' };

test.each([
  ['a server that hangs', hang],
  ['a body that stalls', stall],
])('the time limit of a call covers %s', async (_name, handler) => {
  await using server = await startServer(handler);
  const startedAt = performance.now();
  const client = createClient({ apiKey: 'k', baseUrl: server.url, timeoutMs: 80 });
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'timed_out', attempts: 1 });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a limit per attempt leaves time for another one', async () => {
  await using server = await startServer(hang, answer(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, retry: { attemptTimeoutMs: 50, baseMs: 1 } });
  expect((await client.tasks.get('t')).status).toBe('ready');
});

test.each([
  ['waiting for the answer', hang],
  ['reading the body', stall],
  ['waiting before another attempt', answer(503, '', { 'retry-after': '30' })],
])('abort while %s settles within 20 ms, and nothing is sent afterwards', async (_name, handler) => {
  // The best of a few, as a busy machine may make any one of them late.
  const settledAfterMs: number[] = [];
  for (let round = 0; round < 5 && !settledAfterMs.some((ms) => ms < 20); round++) {
    await using server = await startServer(handler);
    const client = createClient({ apiKey: 'k', baseUrl: server.url });
    const controller = new AbortController();
    const call = client.tasks.get('t', { signal: controller.signal }).catch((error: unknown) => error);
    while (server.seen.length === 0) await systemClock.sleep(2);
    await systemClock.sleep(30);
    const reason = new Error('enough');
    const abortedAt = performance.now();
    controller.abort(reason);
    expect(await call).toBe(reason);
    settledAfterMs.push(performance.now() - abortedAt);
    await systemClock.sleep(50);
    expect(server.seen.length).toBe(1);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  }
  expect(Math.min(...settledAfterMs)).toBeLessThan(20);
});

test('a signal that is aborted already sends nothing', async () => {
  await using server = await startServer(answer(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url });
  await expect(client.tasks.get('t', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  expect(server.seen).toHaveLength(0);
});

test('300 calls leave no listener on a long-lived signal, and no timer', async () => {
  await using server = await startServer(answer(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url });
  const { signal } = new AbortController();
  for (let call = 0; call < 30; call++) await Promise.all(Array.from({ length: 10 }, () => client.tasks.get('t', { signal })));
  expect(server.seen.length).toBe(300);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(5);
});

test('a fetch that ignores its signal cannot hold a call', async () => {
  const { signal } = new AbortController();
  const never = (): Promise<never> => new Promise(() => {});
  await expect(attempt(systemClock, 20, signal, never)).rejects.toBe(timeIsOver);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});
