import { type Clip, type Clock, findClips, type GenerateRequest, type MountseaClient, type Task } from '@mountsea-suno/client';
import { plain } from '../text/plain.ts';
import { GenerationFailedError } from './generation-failed-error.ts';

/** A generated song, as far as the task tells. */
export interface GeneratedSong {
  readonly taskId: string;
  readonly clips: readonly Clip[];
}

/** How to wait for a song. */
export interface WaitOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** A fixed time between two looks, in milliseconds; default: 2.5 s growing to 15 s, as the documentation advises. */
  readonly pollIntervalMs?: number | undefined;
  readonly onLook?: (task: Task) => void;
}

/** Looks at a generate task until it ends. */
export async function awaitSong(client: MountseaClient, taskId: string, options: WaitOptions): Promise<GeneratedSong> {
  let waitMs = options.pollIntervalMs ?? 2_500;
  for (;;) {
    const task = await client.tasks.get(taskId, { signal: options.signal });
    options.onLook?.(task);
    if (task.status === 'success') return { taskId, clips: findClips(task) };
    if (task.status === 'failed' || task.status === 'timeout') throw new GenerationFailedError(taskId, task);
    await options.clock.sleep(waitMs, options.signal);
    if (options.pollIntervalMs === undefined) waitMs = Math.min(15_000, waitMs * 1.5);
  }
}

/** One line per clip. */
export function clipLines(clips: readonly Clip[]): string[] {
  return clips.map((clip) => `Clip     ${plain(clip.id, 100)}${clip.title === undefined ? '' : `  ${plain(clip.title, 80)}`}`);
}

/** Submits a song. */
export async function submitSong(client: MountseaClient, body: GenerateRequest, signal: AbortSignal): Promise<string> {
  return (await client.generate(body, { signal })).taskId;
}
