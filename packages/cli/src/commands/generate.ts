import { mkdir } from 'node:fs/promises';
import { type CustomModelId, type GenerateRequest, type MountseaClient, systemClock } from '@mountsea-suno/client';
import { type Context, openClient } from '../context.ts';
import { downloadAudio } from '../download/download-audio.ts';
import { fileStem } from '../download/file-stem.ts';
import { chooseModel } from '../models/choose-model.ts';
import { createStatusLine } from '../terminal/status-line.ts';
import { size } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { UsageError } from '../usage-error.ts';
import { awaitSong, clipLines, type GeneratedSong } from './generate-song.ts';

/** The flags of `generate`. */
export interface GenerateFlags {
  readonly model?: string | undefined;
  readonly task?: string | undefined;
  readonly prompt?: string | undefined;
  readonly tags?: string | undefined;
  readonly negativeTags?: string | undefined;
  readonly title?: string | undefined;
  readonly instrumental?: boolean | undefined;
  readonly clipId?: string | undefined;
  readonly output?: string | undefined;
  readonly wait?: boolean | undefined;
  readonly taskId?: string | undefined;
  /** Milliseconds. */
  readonly pollInterval?: number | undefined;
}

/** `mountsea-suno generate`: submits, waits, downloads. */
export async function generate(flags: GenerateFlags, context: Context): Promise<void> {
  const { output } = context;
  const { taskId: known, task, prompt, tags, title, clipId, instrumental } = flags;
  if ([known, task, prompt, tags, title, clipId, instrumental].every((said) => said === undefined))
    throw new UsageError('say what the song should be, such as with --prompt or --tags: it costs credits');
  if (flags.wait === false && flags.output !== undefined) throw new UsageError('--output needs the song: leave --no-wait out');
  const client = await openClient(context);
  // Whether the song can be kept is better known before it is paid for.
  if (flags.output !== undefined) await mkdir(flags.output, { recursive: true });
  const taskId = flags.taskId ?? (await submit(client, flags, context));
  if (flags.wait === false) return output.result({ taskId }, [`Task     ${plain(taskId, 100)}`]);
  const folder = flags.output === undefined ? '' : ` --output ${JSON.stringify(flags.output)}`;
  context.resumable({ command: `generate --task-id ${plain(taskId, 100)}${folder}` });
  const { clips } = await awaitSong(context, client, taskId, { clock: systemClock, pollIntervalMs: flags.pollInterval });
  const files = flags.output === undefined ? [] : await download(clips, flags.output, flags.title, context);
  output.result({ taskId, clips, files }, [...clipLines(clips), ...files.map((file) => `File     ${plain(file)}`)]);
}

async function submit(client: MountseaClient, flags: GenerateFlags, context: Context): Promise<string> {
  const model = await chooseModel(flags.model, context);
  // The server knows its tasks and models best: what the flags say goes through as it is.
  const body = {
    task: flags.task ?? 'create',
    model: model as CustomModelId,
    ...(flags.prompt === undefined ? {} : { prompt: flags.prompt }),
    ...(flags.tags === undefined ? {} : { tags: flags.tags }),
    ...(flags.negativeTags === undefined ? {} : { negative_tags: flags.negativeTags }),
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.clipId === undefined ? {} : { clip_id: flags.clipId }),
    ...(flags.instrumental === true ? { make_instrumental: true } : {}),
  } as GenerateRequest;
  const { taskId } = await client.generate(body, { signal: context.signal });
  if (flags.wait !== false) context.output.note(`Task     ${plain(taskId, 100)}`);
  return taskId;
}

async function download(
  clips: GeneratedSong['clips'],
  folder: string,
  title: string | undefined,
  { signal, output }: Context,
): Promise<string[]> {
  const files: string[] = [];
  const status = createStatusLine(output);
  try {
    for (const [index, { id, audioUrl: url }] of clips.entries()) {
      if (url === undefined) {
        output.warn(`the clip ${plain(id, 100)} has no audio URL`);
        continue;
      }
      const name = `audio ${index + 1}/${clips.length}`;
      const onProgress = (received: number, total: number | undefined): void =>
        status.show(() => `${name}  ${progressBar(received, total)}`, `${name}: downloading`);
      files.push((await downloadAudio({ url, folder, stem: fileStem(title ?? ''), signal, onProgress })).path);
    }
  } finally {
    status.end();
  }
  return files;
}

/** With what stands before and after it, it fits 60 columns. */
const BAR_WIDTH = 16;

/** `██████░░░░░░░░░░  40 %  1.2 MB of 3.0 MB` */
function progressBar(received: number, total: number | undefined): string {
  if (total === undefined) return size(received);
  const fraction = Math.min(1, received / total);
  const full = Math.round(BAR_WIDTH * fraction);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${String(Math.floor(fraction * 100)).padStart(3)} %  ${size(received)} of ${size(total)}`;
}
