import { createSandbox, createVirtualClock } from '@mountsea-suno/sandbox';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import { Agent, type RequestInit, fetch as undiciFetch } from 'undici';
import { expect, test } from 'vitest';
import { createClient, findClipId, findClips, findModelId, type MountseaClient, type Task } from '../src/index.ts';
import { everyMethod } from './support/every-method.ts';

test('the chain from six songs to a model and a song of it', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock });
  const { apiKey, baseUrl, fetch } = sandbox;
  const client = createClient({ apiKey, baseUrl, usageBaseUrl: baseUrl, fetch, clock });
  const finish = async (taskId: string): Promise<Task> => {
    for (;;) {
      const task = await client.tasks.get(taskId);
      if (['success', 'failed', 'timeout'].includes(task.status)) return task;
      await clock.sleep(5_000);
    }
  };
  const chain = async (): Promise<void> => {
    const before = await client.usage.credits();
    const { sessionId } = await client.customModel.prepare();
    const songs = Array.from({ length: 6 }, (_, index) => `https://example.com/${index}.mp3`);
    const uploads = await Promise.all(songs.map((audioUrl) => client.customModel.upload({ sessionId, audioUrl })));
    const clipIds = await Promise.all(uploads.map(async ({ taskId }) => findClipId(await finish(taskId)) ?? ''));
    expect(new Set(clipIds).size).toBe(6);
    const created = await client.customModel.create({ sessionId, clipIds, name: 'v6Pro' });
    expect(created.taskId).toBe(sessionId);
    const model = findModelId(await finish(sessionId));
    expect(model).toMatch(/^chirp-custom:/);
    const song = await client.generate({ task: 'create', model: model ?? 'chirp-v55', prompt: 'la' });
    expect(findClips(await finish(song.taskId)).length).toBeGreaterThan(0);
    const dateRange = { start: clock.now() - 3_600_000, end: clock.now() + 1 };
    const charges: number[] = [];
    for await (const { finalAmount } of client.usage.searchPoints({ dateRange, limit: 1 })) charges.push(finalAmount);
    expect(charges).toContain(100);
    const after = await client.usage.credits();
    expect(before.credits - after.credits).toBe(charges.reduce((sum, it) => sum + it, 0));
  };
  await clock.run(chain());
});

test.each(Object.entries(everyMethod))('the sandbox knows the operation of %s', async (_name, { operation, call }) => {
  const sandbox = createSandbox();
  const { apiKey, baseUrl, fetch } = sandbox;
  const client = createClient({ apiKey, baseUrl, usageBaseUrl: baseUrl, fetch, retry: false });
  await call(client).catch(() => {});
  expect(sandbox.count()).toBe(1);
  expect(sandbox.count(operation.replace(/^\w+ /, ''))).toBe(1);
});

test('goes through a dispatcher of undici', async () => {
  const sandbox = await startSandbox();
  const dispatcher = new Agent({ connections: 2 });
  let seen = 0;
  const fetch = (url: string, init: globalThis.RequestInit): Promise<Response> => {
    seen++;
    return undiciFetch(url, { ...(init as RequestInit), dispatcher }) as Promise<unknown> as Promise<Response>;
  };
  const client: MountseaClient = createClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url, fetch });
  const sessions = await Promise.all(Array.from({ length: 5 }, () => client.customModel.prepare()));
  expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(5);
  expect(seen).toBe(5);
  await dispatcher.close();
  await sandbox.close();
});
