import { type Clip, type Clock, findClips, type GenerateRequest, type MountseaClient, systemClock } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import { waitForTask } from '@mountsea-suno/workflow';
import type { Context } from '../context.ts';
import { GenerationFailedError } from '../errors.ts';
import { createStatusLine } from '../terminal/status-line.ts';
import { duration } from '../text/format.ts';

/** A generated song, as far as the task describes it. */
export interface GeneratedSong {
  readonly taskId: string;
  readonly clips: readonly Omit<Clip, 'raw'>[];
}

/** How to wait for a song. */
export interface WaitOptions {
  /** Default: the clock of the machine. */
  readonly clock?: Clock | undefined;
  /** A fixed time between two polls, in milliseconds. Default: planned by how long tasks take. */
  readonly pollIntervalMs?: number | undefined;
}

/** Submits a song and shows its progress until it is done. Costs credits. */
export async function generateSong(
  context: Context,
  client: MountseaClient,
  body: GenerateRequest,
  options: WaitOptions,
): Promise<GeneratedSong> {
  const { taskId } = await client.generate(body, { signal: context.signal });
  return await awaitSong(context, client, taskId, options);
}

/** Shows the progress of a generate task until it ends. Costs nothing. */
export async function awaitSong(
  { output, signal }: Context,
  client: MountseaClient,
  taskId: string,
  { clock = systemClock, pollIntervalMs }: WaitOptions,
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
      onPoll: (seen) => say(printableText(seen.status, 40)),
      onRetry: ({ message }) => say(`retrying: ${printableText(message, 80)}`),
    });
    if (task.status !== 'success') throw new GenerationFailedError(task);
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
  return clips.map(
    (clip) => `Clip     ${printableText(clip.id, 100)}${clip.title === undefined ? '' : `  ${printableText(clip.title, 80)}`}`,
  );
}
