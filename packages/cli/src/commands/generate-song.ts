import { type Clip, type Clock, findClips, type GenerateRequest, type MountseaClient } from '@mountsea-suno/client';
import { waitForTask } from '@mountsea-suno/workflow';
import type { BareContext } from '../bare-context.ts';
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
  /** A fixed time between two looks, in milliseconds, in place of the planned ones. */
  readonly pollIntervalMs?: number | undefined;
}

/** Submits a song and shows it until it is there. Costs credits. */
export async function generateSong(
  context: BareContext,
  client: MountseaClient,
  body: GenerateRequest,
  options: WaitOptions,
): Promise<GeneratedSong> {
  const { taskId } = await client.generate(body, { signal: context.signal });
  return await awaitSong(context, client, taskId, options);
}

/** Shows a generate task until it ends. Costs nothing. */
export async function awaitSong(
  { output, signal }: BareContext,
  client: MountseaClient,
  taskId: string,
  { clock, pollIntervalMs }: WaitOptions,
): Promise<GeneratedSong> {
  const start = clock.now();
  const status = createStatusLine(output);
  const say = (what: string): void => status.show(() => `song ${what}  ${duration(clock.now() - start)}`, `song: ${what}`);
  say('submitted');
  try {
    const task = await waitForTask({
      client,
      taskId,
      clock,
      signal,
      ...(pollIntervalMs !== undefined && { pollIntervalMs }),
      onPoll: (seen) => say(plain(seen.status, 40)),
      onRetry: ({ message }) => say(`out of sight: ${plain(message, 80)}`),
    });
    if (task.status !== 'success') throw new GenerationFailedError(taskId, task);
    return { taskId, clips: findClips(task).map(withoutRaw) };
  } finally {
    status.end();
  }
}

function withoutRaw(clip: Clip): Omit<Clip, 'raw'> {
  const { raw: _raw, ...known } = clip;
  return known;
}

/** One line per clip. */
export function clipLines(clips: GeneratedSong['clips']): string[] {
  return clips.map((clip) => `Clip     ${plain(clip.id, 100)}${clip.title === undefined ? '' : `  ${plain(clip.title, 80)}`}`);
}
