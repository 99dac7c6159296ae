import { type Clip, type CustomModelId, type GenerateRequest, type MountseaClient, systemClock } from '@mountsea-suno/client';
import { type CommonFlags, type Context, openClient } from '../context.ts';
import { downloadAudio } from '../download/download-audio.ts';
import { fileStem } from '../download/file-stem.ts';
import { chooseModel } from '../models/choose-model.ts';
import { createStatusLine, type StatusLine } from '../terminal/status-line.ts';
import { duration, size } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { UsageError } from '../usage-error.ts';
import { awaitSong, clipLines, submitSong } from './generate-song.ts';

/** The flags of `generate`. */
export interface GenerateFlags extends CommonFlags {
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
  if (flags.wait === false && flags.output !== undefined) throw new UsageError('--output needs the song: leave --no-wait out');
  const client = await openClient(context);
  const taskId = flags.taskId ?? (await submit(client, flags, context));
  if (flags.wait === false) return output.result({ taskId }, [`Task     ${plain(taskId, 100)}`]);
  const folder = flags.output === undefined ? '' : ` --output ${JSON.stringify(flags.output)}`;
  context.resumable({ command: `generate --task-id ${plain(taskId, 100)}${folder}` });
  const status = createStatusLine(output);
  try {
    const song = await waitFor(client, taskId, flags, context, status);
    const files = flags.output === undefined ? [] : await download(song.clips, flags.output, flags.title, context, status);
    status.end();
    output.result({ taskId, clips: song.clips.map(clipRecord), files }, [
      ...clipLines(song.clips),
      ...files.map((file) => `File     ${file}`),
    ]);
  } finally {
    status.end();
  }
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
  const taskId = await submitSong(client, body, context.signal);
  context.output.note(`Task     ${plain(taskId, 100)}`);
  return taskId;
}

async function waitFor(
  client: MountseaClient,
  taskId: string,
  flags: GenerateFlags,
  { signal }: Context,
  status: StatusLine,
): ReturnType<typeof awaitSong> {
  const start = Date.now();
  status.show(() => `song: submitted  ${duration(Date.now() - start)}`, 'song: submitted');
  return await awaitSong(client, taskId, {
    clock: systemClock,
    signal,
    pollIntervalMs: flags.pollInterval,
    onLook: (task) => {
      const said = `song: ${plain(task.status, 40)}`;
      status.show(() => `${said}  ${duration(Date.now() - start)}`, said);
    },
  });
}

async function download(
  clips: readonly Clip[],
  folder: string,
  title: string | undefined,
  { signal, output }: Context,
  status: StatusLine,
): Promise<string[]> {
  const files: string[] = [];
  for (const [index, clip] of clips.entries()) {
    if (clip.audioUrl === undefined) {
      output.warn(`the clip ${plain(clip.id, 100)} has no audio URL`);
      continue;
    }
    const name = `audio ${index + 1} of ${clips.length}`;
    const saved = await downloadAudio({
      url: clip.audioUrl,
      folder,
      stem: fileStem(title ?? ''),
      signal,
      onProgress: (received, total) => status.show(() => `${name}  ${progressBar(received, total)}`, `${name}: downloading`),
    });
    files.push(saved.path);
  }
  return files;
}

/** `████████░░░░░░░░░░░░  40 %  1.2 MB of 3.0 MB` */
function progressBar(received: number, total: number | undefined): string {
  if (total === undefined) return size(received);
  const fraction = Math.min(1, received / total);
  const full = Math.round(20 * fraction);
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)} ${String(Math.floor(fraction * 100)).padStart(3)} %  ${size(received)} of ${size(total)}`;
}

function clipRecord(clip: Clip): Omit<Clip, 'raw'> {
  const { raw: _raw, ...known } = clip;
  return known;
}
