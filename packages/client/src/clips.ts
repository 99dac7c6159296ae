import type { CustomModelId } from '@mountsea-suno/types';
import { isCustomModelId } from './model-id.ts';
import type { Task } from './task.ts';

/**
 * A generated or uploaded clip, with the fields that are known.
 */
export interface Clip {
  /** `id`, `clip_id` or `clipId`. */
  id: string;
  /** Untrusted. */
  title?: string;
  /** Where the audio can be fetched. */
  audioUrl?: string;
  /** Where the cover can be fetched. */
  imageUrl?: string;
  /** Where the video can be fetched. */
  videoUrl?: string;
  /** The clip's own state, as in `complete`. */
  status?: string;
  /** The whole clip. */
  raw: unknown;
}

type Fields = Record<string, unknown>;

/**
 * The clip id of a finished upload: `id`, `clip_id` or `clipId` of its data, or of its first item.
 *
 * @example
 * ```ts
 * import { createClient, findClipId } from '@mountsea-suno/client';
 *
 * const client = createClient();
 * const { sessionId } = await client.customModel.prepare();
 * const { taskId } = await client.customModel.upload({ sessionId, audioUrl: 'https://example.com/song.mp3' });
 * console.log(findClipId(await client.tasks.get(taskId))); // undefined until the task has succeeded
 * ```
 */
export function findClipId(task: Pick<Task, 'data'>): string | undefined {
  return clipsIn(task.data)[0]?.id;
}

/**
 * The id of the trained model: the first `chirp-custom:<uuid>` anywhere in the response.
 *
 * @example
 * ```ts
 * import { findModelId } from '@mountsea-suno/client';
 *
 * const data = { model: { id: 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11' } };
 * console.log(findModelId({ data, raw: { data } }));
 * ```
 */
export function findModelId(task: Pick<Task, 'data' | 'raw'>): CustomModelId | undefined {
  return findDeep(task.data, 0) ?? findDeep(task.raw, 0);
}

/**
 * The clips of a finished task, wherever it keeps them: `data`, `data.clips`, `data.clip` or `data.output.clips`.
 *
 * @example
 * ```ts
 * import { createClient, findClips } from '@mountsea-suno/client';
 *
 * const client = createClient();
 * const { taskId } = await client.generate({ task: 'create', model: 'chirp-v55', prompt: 'la la la' });
 * for (const { id, title, audioUrl } of findClips(await client.tasks.get(taskId))) console.log(id, title, audioUrl);
 * ```
 */
export function findClips(task: Pick<Task, 'data'>): Clip[] {
  return clipsIn(task.data);
}

function clipsIn(value: unknown, depth = 0): Clip[] {
  if (Array.isArray(value)) return value.flatMap((item) => clipsIn(item, depth + 1));
  if (!isFields(value) || depth > 4) return [];
  for (const key of ['clips', 'clip', 'output']) {
    const clips = clipsIn(value[key], depth + 1);
    if (clips.length > 0) return clips;
  }
  const id = text(value, 'id', 'clip_id', 'clipId');
  if (id === undefined) return [];
  const clip: Clip = { id, raw: value };
  assign(clip, 'title', text(value, 'title'));
  assign(clip, 'audioUrl', text(value, 'audio_url', 'audioUrl'));
  assign(clip, 'imageUrl', text(value, 'image_url', 'imageUrl'));
  assign(clip, 'videoUrl', text(value, 'video_url', 'videoUrl'));
  assign(clip, 'status', text(value, 'status'));
  return [clip];
}

function findDeep(value: unknown, depth: number): CustomModelId | undefined {
  if (typeof value === 'string') return isCustomModelId(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || depth > 8) return undefined;
  for (const item of Object.values(value)) {
    const id = findDeep(item, depth + 1);
    if (id !== undefined) return id;
  }
  return undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of the fields that holds a string with something in it. */
function text(fields: Fields, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function assign<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
