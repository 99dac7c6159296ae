import { createClient } from '@mountsea-suno/client';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import { memoryStore } from '@mountsea-suno/workflow';
import type { BareContext } from '../bare-context.ts';
import { type RunFlags, runOptions, trainOn } from './begin-training.ts';
import { modelLines, modelRecord } from './follow-training.ts';
import { clipLines, generateSong } from './generate-song.ts';
import { scaledClock } from './scaled-clock.ts';

/** The flags of `demo`. */
export interface DemoFlags extends RunFlags {
  readonly name?: string | undefined;
  readonly speed?: number | undefined;
}

const defaultSpeed = 40;

/** `mountsea-suno demo`: the main job against a sandbox in this process, by the same code as `train` and `generate`. */
export async function demo(urls: readonly string[], flags: DemoFlags, context: BareContext): Promise<void> {
  const { output } = context;
  context.resumable('nothing');
  const speed = flags.speed ?? defaultSpeed;
  const clock = scaledClock(speed);
  const sandbox = await startSandbox({ clock, fetchAudio: true });
  try {
    const client = createClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url, usageBaseUrl: sandbox.url });
    output.note(`This is a sandbox at ${sandbox.url}.`);
    output.note(`Nothing leaves this machine${urls.length > 0 ? ' but the requests for your URLs' : ''}, nothing is charged,`);
    output.note(`and time passes ${speed} times as fast as at the real service.`);
    output.note('');
    const audioUrls = urls.length > 0 ? urls : sandbox.songUrls;
    const options = { name: flags.name ?? 'demo', audioUrls, store: memoryStore(), clock, ...runOptions(flags) };
    const model = await trainOn({ ...context, resumable: () => {} }, client, options, { yes: true, checkUrls: false });
    const body = {
      task: 'create',
      model: model.id,
      title: 'First light',
      tags: 'ambient, piano',
      prompt: 'Morning over the mountain sea',
    } as const;
    const song = await generateSong(context, client, body, { clock, pollIntervalMs: flags.pollInterval });
    output.note('');
    output.result({ ...modelRecord(model), song }, [...modelLines(model), '', ...clipLines(song.clips)]);
    for (const line of ['', 'It was a sandbox: no credits were spent.']) output.note(line);
  } finally {
    await sandbox.close();
  }
}
