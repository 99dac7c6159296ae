import { afterEach, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../src/node.ts';
import { drive } from './support/drive.ts';

let running: RunningSandbox | undefined;
afterEach(async () => running?.close());

test('the chain works in process, and is counted and charged', async () => {
  const { sandbox, readySession, create, wait, send, clock } = drive();
  const { sessionId, clipIds } = await readySession();
  expect((await create(sessionId, clipIds)).body).toEqual({ taskId: sessionId });
  const from = clock.now();
  const trained = (await wait(sessionId)).body;
  expect(trained.status).toBe('success');
  expect(trained.data.id).toMatch(/^chirp-custom:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(clock.now() - from).toBeGreaterThanOrEqual(115_000);
  expect(clock.now() - from).toBeLessThanOrEqual(191_000);
  const generated = await send('POST', '/suno/v2/generate', { task: 'create', model: trained.data.id });
  const clips = (await wait(generated.body.taskId)).body.data;
  expect(clips).toHaveLength(2);
  expect(sandbox.count('customModel.upload')).toBe(6);
  expect(sandbox.count('POST /suno/v2/customModel/create')).toBe(1);
  expect(sandbox.credits).toMatchObject({ balance: 9_860, charged: 140 });
  expect(sandbox.credits.charges.map((charge) => charge.amount)).toEqual([100, 40]);
});

test('the chain works over HTTP with the songs that the sandbox serves, faster than real time', async () => {
  running = await startSandbox({ speed: 1_000, fetchAudio: true });
  const { url, songUrls, apiKey } = running;
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown): Promise<Record<string, string>> =>
    (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  const wait = async (taskId: string | undefined): Promise<{ status: string; data: { id: string } }> => {
    for (;;) {
      const task = await (await fetch(`${url}/suno/v2/status?taskId=${taskId}`, { headers })).json();
      if (['success', 'failed'].includes(task.status)) return task;
    }
  };
  const { sessionId } = await post('/suno/v2/customModel/prepare', {});
  const upload = async (audioUrl: string): Promise<string> =>
    (await wait((await post('/suno/v2/customModel/upload', { sessionId, audioUrl })).taskId)).data.id;
  const clipIds = await Promise.all(songUrls.map(upload));
  expect(new Set(clipIds).size).toBe(6);
  const { taskId } = await post('/suno/v2/customModel/create', { sessionId, clipIds, name: 'v6Pro' });
  expect(taskId).toBe(sessionId);
  expect((await wait(taskId)).data.id).toMatch(/^chirp-custom:/);
  expect(running.snapshot().sessions[0]).toMatchObject({ status: 'trained', name: 'v6Pro', creates: 1 });
});

test('a URL that is unreachable or not audio fails its upload with 4001', async () => {
  running = await startSandbox({ speed: 1_000, fetchAudio: true });
  const other = drive({ fetchAudio: true, fetch, durations: { upload: 0 } });
  const sessionId = await other.prepare();
  const ok = await other.upload(sessionId, running.songUrls[0] ?? '');
  expect(ok.body.status).toBe('success');
  const page = await other.upload(sessionId, `${running.url}/songs/none.wav`);
  expect(page.body).toMatchObject({ status: 'failed', failCode: 4001, failReason: 'Audio source not found. (HTTP 404)' });
  const picture = await other.upload(sessionId, `${running.url}/images/${sessionId}.svg`);
  expect(picture.body).toMatchObject({ status: 'failed', failCode: 4001, failReason: 'Audio source is not an audio file.' });
  await running.close();
  const gone = await other.upload(sessionId, `${running.url}/songs/song-1.wav`);
  expect(gone.body).toMatchObject({ status: 'failed', failCode: 4001, failReason: 'Audio source not found.' });
});
