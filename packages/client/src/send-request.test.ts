import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { hang, respond, stall, startServer } from '../test/support/server.ts';
import { createClient, systemClock } from './index.ts';

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
  await using server = await startServer(hang, respond(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, retry: { attemptTimeoutMs: 50, baseMs: 1 } });
  expect((await client.tasks.get('t')).status).toBe('ready');
});

test.each([
  ['waiting for the response', hang],
  ['reading the body', stall],
  ['waiting before another attempt', respond(503, '', { 'retry-after': '30' })],
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
  await using server = await startServer(respond(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url });
  await expect(client.tasks.get('t', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  expect(server.seen).toHaveLength(0);
});

test('300 calls leave no listener on a long-lived signal, and no timer', async () => {
  await using server = await startServer(respond(200, ready));
  const client = createClient({ apiKey: 'k', baseUrl: server.url });
  const { signal } = new AbortController();
  for (let call = 0; call < 30; call++) await Promise.all(Array.from({ length: 10 }, () => client.tasks.get('t', { signal })));
  expect(server.seen.length).toBe(300);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(5);
});

test('a fetch that ignores its signal cannot hold a call', async () => {
  const { signal } = new AbortController();
  const fetch = (): Promise<never> => new Promise(() => {});
  const client = createClient({ apiKey: 'k', fetch });
  await expect(client.tasks.get('t', { signal, timeoutMs: 20 })).rejects.toMatchObject({ code: 'timed_out' });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('a jump of the time of day ends no call: limits are measured by the monotonic clock', async () => {
  await using server = await startServer(respond(503, ''), respond(200, ready));
  let now = 0;
  const clock = { ...systemClock, now: () => (now += 600_000) };
  const client = createClient({ apiKey: 'k', baseUrl: server.url, clock, retry: { baseMs: 1 } });
  expect((await client.tasks.get('t')).status).toBe('ready');
});

describe('beforeSend', () => {
  const body = { sessionId: 's', clipIds: [], name: 'n' };

  test('is the last thing that is waited for before the request leaves', async () => {
    const steps: string[] = [];
    const fetch = async (): Promise<Response> => {
      steps.push('fetch');
      return Response.json({ taskId: 't' });
    };
    const client = createClient({
      apiKey: async () => {
        steps.push('key');
        return 'k';
      },
      onRequest: () => void steps.push('hook'),
      fetch,
    });
    await client.customModel.create(body, {
      beforeSend: async ({ operation, attempt }) => {
        steps.push(`${operation} ${attempt}`);
        await systemClock.sleep(1);
        queueMicrotask(() => steps.push('a microtask later'));
      },
    });
    expect(steps).toEqual(['key', 'hook', 'POST /suno/v2/customModel/create 1', 'a microtask later', 'fetch']);
  });

  test('that rejects sends nothing, and its reason is what the call rejects with', async () => {
    await using server = await startServer(respond(201, { taskId: 't' }));
    const client = createClient({ apiKey: 'k', baseUrl: server.url });
    const reason = new Error('the lock is lost');
    const beforeSend = (): Promise<void> => Promise.reject(reason);
    await expect(client.customModel.create(body, { beforeSend })).rejects.toBe(reason);
    await expect(client.customModel.prepare({ beforeSend })).rejects.toBe(reason);
    await expect(client.raw.suno.POST('/suno/v2/customModel/prepare', { beforeSend })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(0);
  });

  test('that takes too long sends nothing', async () => {
    await using server = await startServer(respond(201, { taskId: 't' }));
    const client = createClient({ apiKey: 'k', baseUrl: server.url, timeoutMs: 20 });
    const beforeSend = (): Promise<void> => new Promise(() => {});
    const call = client.customModel.create(body, { beforeSend });
    await expect(call).rejects.toMatchObject({ code: 'timed_out', charged: 'no' });
    expect(server.seen).toHaveLength(0);
  });

  test('an abort while it is waited for sends nothing', async () => {
    await using server = await startServer(respond(201, { taskId: 't' }));
    const client = createClient({ apiKey: 'k', baseUrl: server.url });
    const control = new AbortController();
    const beforeSend = async (): Promise<void> => control.abort('enough');
    await expect(client.customModel.create(body, { beforeSend, signal: control.signal })).rejects.toBe('enough');
    expect(server.seen).toHaveLength(0);
  });
});
