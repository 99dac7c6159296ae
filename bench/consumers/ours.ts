import { createClient, findClipId, findModelId, isMountseaError } from '@mountsea-suno/client';

const client = createClient({ apiKey: 'k', timeoutMs: 1_000 });
const { sessionId } = await client.customModel.prepare();
const upload = await client.customModel.upload({ sessionId, audioUrl: 'https://example.com/1.mp3' });
const clip = findClipId(await client.tasks.get(upload.taskId, { timeoutMs: 5_000 }));
const create = await client.customModel.create({ sessionId, clipIds: [clip ?? ''], name: 'v6Pro' });
const model = findModelId(await client.tasks.get(create.taskId));
const song = await client.generate({ task: 'create', model: model ?? 'chirp-v50', prompt: 'la' });
const words = await client.lyrics({ lyrics_model: 'default', prompt: 'rain' });
const { credits } = await client.usage.credits();
const crop = await client.audio.crop({ clip_id: 'c', crop_start_s: 0, crop_end_s: 1 });
for await (const item of client.usage.searchPoints({ dateRange: { start: 0, end: 1 } })) {
  if (isMountseaError(item)) throw new Error(`${item.code} ${credits}`);
}
export const taskIds: string[] = [song.taskId, words.taskId, crop.taskId];
