import type { CustomModelId, GenerateRequest, MountseaClient } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import type { Command } from 'commander';
import type { CommonFlags, ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { GeneratedSong } from '../models/generate-song.ts';
import { type Choose, defineCommand, pollInterval } from '../program/define-command.ts';
import { size } from '../text/format.ts';

/** `mountsea-suno generate`. */
export function addGenerate(program: Command, choose: Choose): void {
  const example = "generate --prompt 'Rain on the roof' --tags folk -o songs";
  defineCommand(program, 'generate', 'make a song with a model (costs credits)', example)
    .option('-m, --model <id>', 'model id, or name of a model trained here (the newest)')
    .option('-p, --prompt <text>', 'lyrics, or what the task takes')
    .option('-t, --tags <text>', 'style')
    .option('--negative-tags <text>', 'style to avoid')
    .option('--title <text>', 'title')
    .option('--instrumental', 'without a voice')
    .option('--task <task>', 'what to do (create)')
    .option('--clip-id <id>', 'the clip that extend, cover and other tasks start from')
    .option('-o, --output <folder>', 'download the audio to this folder')
    .option('--no-wait', 'only submit, and print the task id')
    .option('--task-id <id>', 'wait for a song submitted before: costs nothing')
    .addOption(pollInterval())
    .action((flags: GenerateFlags) => {
      choose({ flags, action: (context) => generate(flags, context) });
    });
}

interface GenerateFlags extends CommonFlags {
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

/** Submits a song, waits for it, and downloads it. */
async function generate(flags: GenerateFlags, context: ConfiguredContext): Promise<void> {
  const { output } = context;
  const { taskId: known, task, prompt, tags, title, clipId, instrumental } = flags;
  if ([known, task, prompt, tags, title, clipId, instrumental].every((flag) => flag === undefined))
    throw new UsageError('say what the song should be, such as with --prompt or --tags: it costs credits');
  if (flags.wait === false && flags.output !== undefined) throw new UsageError('--output needs the song: leave --no-wait out');
  const [{ openClient }, { awaitSong, clipLines }, { mkdir }] = await Promise.all([
    import('../client-and-store.ts'),
    import('../models/generate-song.ts'),
    import('node:fs/promises'),
  ]);
  const client = await openClient(context);
  // If the song cannot be saved, this shows it before the song is paid for.
  if (flags.output !== undefined) await mkdir(flags.output, { recursive: true });
  const taskId = flags.taskId ?? (await submit(client, flags, context));
  if (flags.wait === false) return output.result({ taskId }, [`Task     ${printableText(taskId, 100)}`]);
  const folder = flags.output === undefined ? '' : ` --output ${JSON.stringify(flags.output)}`;
  context.setNextStep({ command: `generate --task-id ${printableText(taskId, 100)}${folder}` });
  const { clips } = await awaitSong(context, client, taskId, { pollIntervalMs: flags.pollInterval });
  const files = flags.output === undefined ? [] : await download(clips, flags.output, flags.title, context);
  output.result({ taskId, clips, files }, [...clipLines(clips), ...files.map((file) => `File     ${printableText(file)}`)]);
}

async function submit(client: MountseaClient, flags: GenerateFlags, context: ConfiguredContext): Promise<string> {
  const { chooseModel } = await import('../models/model-registry.ts');
  const model = await chooseModel(flags.model, context);
  // The server knows its tasks and models best, so the flags are passed on as they are.
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
  if (flags.wait !== false) context.output.note(`Task     ${printableText(taskId, 100)}`);
  return taskId;
}

async function download(
  clips: GeneratedSong['clips'],
  folder: string,
  title: string | undefined,
  { signal, output }: ConfiguredContext,
): Promise<string[]> {
  const [{ downloadAudio, fileStem }, { createStatusLine }] = await Promise.all([
    import('../download/download-audio.ts'),
    import('../terminal/status-line.ts'),
  ]);
  const files: string[] = [];
  const status = createStatusLine(output);
  try {
    for (const [index, { id, audioUrl: url }] of clips.entries()) {
      if (url === undefined) {
        output.warn(`the clip ${printableText(id, 100)} has no audio URL`);
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

/** With the text before and after it, the bar fits 60 columns. */
const BAR_WIDTH = 16;

/** `██████░░░░░░░░░░  40 %  1.2 MB of 3.0 MB` */
function progressBar(received: number, total: number | undefined): string {
  if (total === undefined) return size(received);
  const fraction = Math.min(1, received / total);
  const full = Math.round(BAR_WIDTH * fraction);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${String(Math.floor(fraction * 100)).padStart(3)} %  ${size(received)} of ${size(total)}`;
}
