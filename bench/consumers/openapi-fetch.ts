import type { SunoPaths, UsagePaths } from '@mountsea-suno/types';
import createClient from 'openapi-fetch';

const suno = createClient<SunoPaths>({ baseUrl: 'https://example.com' });
const usage = createClient<UsagePaths>({ baseUrl: 'https://example.com' });
const prepared = await suno.POST('/suno/v2/customModel/prepare');
const sessionId = prepared.data?.sessionId ?? '';
const upload = await suno.POST('/suno/v2/customModel/upload', { body: { sessionId, audioUrl: 'https://example.com/1.mp3' } });
const task = await suno.GET('/suno/v2/status', { params: { query: { taskId: upload.data?.taskId ?? '' } } });
const create = await suno.POST('/suno/v2/customModel/create', { body: { sessionId, clipIds: ['c'], name: 'v6Pro' } });
const training = await suno.GET('/suno/v2/status', { params: { query: { taskId: create.data?.taskId ?? '' } } });
const song = await suno.POST('/suno/v2/generate', { body: { task: 'create', model: 'chirp-v50', prompt: 'la' } });
const words = await suno.POST('/suno/v2/lyrics', { body: { lyrics_model: 'default', prompt: 'rain' } });
const credits = await usage.GET('/api-user/credits');
const crop = await suno.POST('/suno/v2/audio/crop', { body: { clip_id: 'c', crop_start_s: 0, crop_end_s: 1 } });
const points = await usage.POST('/api-user/points/search', { body: { dateRange: { start: 0, end: 1 } } });
export const results: unknown[] = [task.data, training.data, song.data, words.data, credits.data, crop.data, points.data?.items];
