import { expect, test } from 'vitest';
import { respond, startServer } from '../test/support/server.ts';
import { createClient, findClipId, findClips, findModelId, type Task } from './index.ts';

const id = 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11';

async function read(body: object): Promise<Task> {
  await using server = await startServer(respond(200, { taskId: 't', status: 'success', ...body }));
  return await createClient({ apiKey: 'k', baseUrl: server.url }).tasks.get('t');
}

test.each([
  ['data, an object', { data: { id: 'c' } }],
  ['data, a list', { data: [{ id: 'c' }, { id: 'd' }] }],
  ['result in place of data', { result: { clip_id: 'c' } }],
  ['result beside an empty data', { data: null, result: [{ clipId: 'c' }] }],
  ['a clip within', { data: { status: 'complete', clip: { id: 'c' } } }],
  ['clips within', { data: { id: 'job', clips: [{ id: 'c' }] } }],
  ['clips of an output', { data: { output: { clips: [{ id: 'c' }] } } }],
])('finds the clip id in %s', async (_name, body) => {
  expect(findClipId(await read(body))).toBe('c');
});

test('finds no clip id where there is none', async () => {
  for (const data of [undefined, null, 'c', 7, [], {}, { id: '' }, { id: 5 }])
    expect(findClipId(await read({ data }))).toBeUndefined();
});

test('finds the model id anywhere in the response, and does not accept a bare uuid', async () => {
  expect(findModelId(await read({ data: { custom: [{ external_key: id }] } }))).toBe(id);
  expect(findModelId(await read({ result: id }))).toBe(id);
  expect(findModelId(await read({ modelId: id }))).toBe(id);
  expect(findModelId(await read({ data: { id: id.slice('chirp-custom:'.length) } }))).toBeUndefined();
  expect(findModelId(await read({ data: { name: 'chirp-custom:mine' } }))).toBeUndefined();
});

test('reads the clips of a song with what is known of them', async () => {
  const raw = {
    id: 'c',
    title: 'Rain',
    audio_url: 'https://a.example/c.mp3',
    imageUrl: 'https://a.example/c.png',
    status: 'complete',
    x: 1,
  };
  expect(findClips(await read({ data: [raw, 'junk'] }))).toEqual([
    { id: 'c', title: 'Rain', audioUrl: raw.audio_url, imageUrl: raw.imageUrl, status: 'complete', raw },
  ]);
});

test('keeps what it does not know, and lowers the case of a status', async () => {
  const task = await read({ status: 'BRAND_NEW', failCode: 'VP_USER_TIMEOUT', failReason: 'too late', extra: { deep: [1] } });
  expect(task).toMatchObject({
    status: 'brand_new',
    failCode: 'VP_USER_TIMEOUT',
    failReason: 'too late',
    raw: { extra: { deep: [1] } },
  });
});
