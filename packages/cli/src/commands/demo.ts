import { type Clock, systemClock } from '@mountsea-suno/internal';
import type { Command } from 'commander';
import type { CommonFlags, Context } from '../context.ts';
import { type Choose, defineCommand, pollInterval, wholeNumber } from '../program/define-command.ts';

/** `mountsea-suno demo`. */
export function addDemo(program: Command, choose: Choose): void {
  defineCommand(program, 'demo', 'do the whole job in a sandbox: free, no key', 'demo', { connects: false })
    .argument('[url...]', 'songs to train on instead of six of its own')
    .option('-n, --name <name>', 'name of the model (demo)')
    .option('--speed <n>', 'how many times faster time passes (40)', wholeNumber)
    .addOption(pollInterval())
    .action((urls: string[], flags: DemoFlags) => {
      choose({ flags, settings: false, action: (context) => demo(urls, flags, context) });
    });
}

interface DemoFlags extends CommonFlags {
  readonly name?: string | undefined;
  readonly speed?: number | undefined;
  /** Milliseconds. */
  readonly pollInterval?: number | undefined;
}

const defaultSpeed = 40;

/** Trains and generates against a sandbox in this process, by the same code as `train` and `generate`. */
async function demo(urls: readonly string[], flags: DemoFlags, context: Context): Promise<void> {
  const [
    { createClient },
    { startSandbox },
    { memoryStore },
    { modelLines, modelRecord, runOptions, trainOn },
    { clipLines, generateSong },
  ] = await Promise.all([
    import('@mountsea-suno/client'),
    import('@mountsea-suno/sandbox/node'),
    import('@mountsea-suno/workflow'),
    import('../training/run-training.ts'),
    import('../models/generate-song.ts'),
  ]);
  const { output } = context;
  context.setNextStep('none');
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
    const model = await trainOn({ ...context, setNextStep: () => {} }, client, options, { yes: true, checkUrls: false });
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

/** A clock that starts at the present time and runs `speed` times as fast as the machine's clock. */
export function scaledClock(speed: number): Clock {
  const start = systemClock.now();
  const origin = systemClock.monotonic();
  const monotonic = (): number => (systemClock.monotonic() - origin) * speed;
  return { now: () => start + monotonic(), monotonic, sleep: (ms, signal) => systemClock.sleep(ms / speed, signal) };
}
