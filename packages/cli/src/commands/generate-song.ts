import {
  type Clip,
  type Clock,
  findClips,
  type GenerateRequest,
  isMountseaError,
  type MountseaClient,
} from '@mountsea-suno/client';
import type { Context } from '../context.ts';
import { createStatusLine } from '../terminal/status-line.ts';
import { duration } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { GenerationFailedError } from './generation-failed-error.ts';

/** A generated song, as far as the task tells. */
export interface GeneratedSong {
  readonly taskId: string;
  readonly clips: readonly Omit<Clip, 'raw'>[];
}

/** How to wait for a song. */
export interface WaitOptions {
  readonly clock: Clock;
  /** A fixed time between two looks, in milliseconds; default: 2.5 s growing to 15 s, as the documentation advises. */
  readonly pollIntervalMs?: number | undefined;
}

/** Submits a song and shows it until it is there. Costs credits. */
export async function generateSong(
  context: Context,
  client: MountseaClient,
  body: GenerateRequest,
  options: WaitOptions,
): Promise<GeneratedSong> {
  const { taskId } = await client.generate(body, { signal: context.signal });
  return await awaitSong(context, client, taskId, options);
}

// Trouble for so long, with no good look in between, is the end of the waiting.
const patienceMs = 180_000;

/** Shows a generate task until it ends. Costs nothing. */
export async function awaitSong(
  { output, signal }: Context,
  client: MountseaClient,
  taskId: string,
  options: WaitOptions,
): Promise<GeneratedSong> {
  const { clock, pollIntervalMs } = options;
  const start = clock.now();
  const status = createStatusLine(output);
  const say = (what: string): void => status.show(() => `song ${what}  ${duration(clock.now() - start)}`, `song: ${what}`);
  let waitMs = pollIntervalMs ?? 2_500;
  let goodAt = start;
  say('submitted');
  try {
    for (;;) {
      try {
        const task = await client.tasks.get(taskId, { signal });
        goodAt = clock.now();
        if (task.status === 'success') return { taskId, clips: findClips(task).map(withoutRaw) };
        if (task.status === 'failed' || task.status === 'timeout') throw new GenerationFailedError(taskId, task);
        say(plain(task.status, 40));
      } catch (error) {
        if (!mayPass(error) || clock.now() - goodAt > patienceMs) throw error;
        say(`out of sight: ${plain(error instanceof Error ? error.message : error, 80)}`);
      }
      await clock.sleep(waitMs, signal);
      if (pollIntervalMs === undefined) waitMs = Math.min(15_000, waitMs * 1.5);
    }
  } finally {
    status.end();
  }
}

// A task may be unknown for a moment after it was submitted.
function mayPass(error: unknown): boolean {
  return isMountseaError(error) && (error.retryable || error.code === 'not_found');
}

function withoutRaw(clip: Clip): Omit<Clip, 'raw'> {
  const { raw: _raw, ...known } = clip;
  return known;
}

/** One line per clip. */
export function clipLines(clips: GeneratedSong['clips']): string[] {
  return clips.map((clip) => `Clip     ${plain(clip.id, 100)}${clip.title === undefined ? '' : `  ${plain(clip.title, 80)}`}`);
}
