import { expect, test } from 'vitest';
import { drive } from '../../test/support/drive.ts';

test('a song streams before it is complete, and its files can be had', async () => {
  const { sandbox, send, status, clock } = drive({ durations: { generate: 100_000 } });
  const { taskId } = (
    await send('POST', '/suno/v2/generate', { task: 'create', model: 'chirp-v50', title: 'Dawn', tags: 'folk' })
  ).body;
  await clock.advance(80_000);
  const streaming = (await status(taskId)).body;
  expect(streaming).toMatchObject({ status: 'stream', data: [{ status: 'streaming' }, { status: 'streaming' }] });
  await clock.advance(20_000);
  const [first, second] = (await status(taskId)).body.data;
  expect(first).toMatchObject({ status: 'complete', title: 'Dawn', metadata: { tags: 'folk' } });
  expect(first.id).not.toBe(second.id);
  const audio = await sandbox.fetch(first.audio_url);
  expect(audio.headers.get('content-type')).toBe('audio/wav');
  expect((await audio.arrayBuffer()).byteLength).toBeGreaterThan(50_000);
  expect(await (await sandbox.fetch(first.image_url)).text()).toMatch(/^<svg /);
  expect(sandbox.credits.charges).toMatchObject([{ apiPath: '/suno/v2/generate', amount: 40 }]);
});

test('a model may be used from when its training is done, not before', async () => {
  const { readySession, create, send, wait, clock, sandbox } = drive({ durations: { create: 150_000 } });
  const { sessionId, clipIds } = await readySession();
  await create(sessionId, clipIds);
  await clock.advance(150_000);
  const model = (await wait(sessionId)).body.data.id;
  expect(sandbox.snapshot().models).toEqual([model]);
  expect((await send('POST', '/suno/v2/generate', { task: 'create', model })).status).toBe(201);
  const again = drive({ durations: { create: 150_000 } });
  const other = await again.readySession();
  await again.create(other.sessionId, other.clipIds);
  await again.clock.advance(149_999);
  expect((await again.send('POST', '/suno/v2/generate', { task: 'create', model })).status).toBe(400);
});

test('the schema lists what each task needs', async () => {
  const { send } = drive();
  const all = (await send('GET', '/suno/v2/generate/schema')).body;
  expect(all.length).toBeGreaterThan(10);
  const [only, ...rest] = (await send('GET', '/suno/v2/generate/schema?task=extend')).body;
  expect(rest).toEqual([]);
  expect(only.required.map((field: { field: string }) => field.field)).toEqual(['clip_id', 'model']);
});

test('a session of the other kind is not found', async () => {
  const { send, prepare } = drive();
  const { sessionId } = (await send('POST', '/suno/v2/audio/upload/session')).body;
  const audioUrl = 'https://example.com/a.mp3';
  expect((await send('POST', '/suno/v2/customModel/upload', { sessionId, audioUrl })).status).toBe(400);
  expect((await send('POST', '/suno/v2/audio/upload/session/item', { sessionId: await prepare(), audioUrl })).status).toBe(400);
});

test('an upload session reads success at once, and lists its clips as they come', async () => {
  const { send, status, wait } = drive();
  const { sessionId } = (await send('POST', '/suno/v2/audio/upload/session')).body;
  expect((await status(sessionId)).body).toMatchObject({ status: 'success', data: { audioIds: [] } });
  const item = await send('POST', '/suno/v2/audio/upload/session/item', { sessionId, audioUrl: 'https://example.com/a.mp3' });
  const clip = (await wait(item.body.taskId)).body.data.id;
  expect((await status(sessionId)).body.data).toEqual({ audioIds: [clip] });
});

test('a voice persona awaits its second call, and fails without it', async () => {
  const { send, status, wait, clock } = drive({ durations: { other: 10_000 } });
  const init = async (): Promise<string> =>
    (await send('POST', '/suno/v2/voicePersona/init', { voice_audio_url: 'https://example.com/v.wav', language: 'en' })).body
      .taskId;
  const taskId = await init();
  const complete = { taskId, verification_audio_url: 'https://example.com/w.wav', name: 'Me' };
  expect((await send('POST', '/suno/v2/voicePersona/complete', complete)).status).toBe(400);
  await clock.advance(10_000);
  expect((await status(taskId)).body).toMatchObject({ status: 'awaiting', data: { phrase_text: expect.any(String) } });
  expect((await send('POST', '/suno/v2/voicePersona/complete', complete)).status).toBe(201);
  expect((await wait(taskId)).body).toMatchObject({ status: 'success', data: { name: 'Me' } });
  expect((await wait(await init())).body).toMatchObject({ status: 'failed', failCode: 'VP_USER_TIMEOUT' });
});
