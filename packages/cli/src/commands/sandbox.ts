import type { SandboxSwitches, SwitchChoices } from '@mountsea-suno/sandbox';
import type { Command } from 'commander';
import type { CommonFlags, Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { commandName } from '../next-step.ts';
import { type Choose, defineCommand, portNumber, wholeNumber } from '../program/define-command.ts';

/** `mountsea-suno sandbox`. */
export function addSandbox(program: Command, choose: Choose): void {
  const example = 'sandbox --speed 20 --switch ledger=absent';
  defineCommand(program, 'sandbox', 'run a stand-in of the API on this machine', example, { connects: false })
    .option('--port <n>', 'port on 127.0.0.1 (a free one)', portNumber)
    .option('--speed <n>', 'how many times faster tasks are (1)', wholeNumber)
    .option('--credits <n>', 'credits at the start (10000)', wholeNumber)
    .option('--seed <n>', 'decides all ids and durations (1)', wholeNumber)
    .option('--no-fetch-audio', 'accept any URL as a song')
    .option('--switch <name=value>', 'set what the API leaves open; may be repeated', (one, all: string[] = []) => [...all, one])
    .action((flags: SandboxFlags) => {
      choose({ flags, settings: false, action: (context) => sandbox(flags, context) });
    });
}

interface SandboxFlags extends CommonFlags {
  readonly port?: number | undefined;
  readonly speed?: number | undefined;
  readonly credits?: number | undefined;
  readonly seed?: number | undefined;
  /** `--no-fetch-audio` makes it false. */
  readonly fetchAudio?: boolean | undefined;
  /** Each is `name=value`. */
  readonly switch?: readonly string[] | undefined;
}

/** Runs the sandbox until it is interrupted. */
async function sandbox(flags: SandboxFlags, { output, signal }: Context): Promise<void> {
  const { startSandbox } = await import('@mountsea-suno/sandbox/node');
  const running = await startSandbox({
    port: flags.port ?? 0,
    speed: flags.speed ?? 1,
    fetchAudio: flags.fetchAudio !== false,
    switches: await switchesOf(flags.switch ?? []),
    ...(flags.credits === undefined ? {} : { credits: flags.credits }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  });
  try {
    const variables = `MOUNTSEA_API_KEY=${running.apiKey} MOUNTSEA_BASE_URL=${running.url} MOUNTSEA_USAGE_BASE_URL=${running.url}`;
    const command = `${variables} ${commandName} train --yes --name v6Pro ${running.songUrls.join(' ')}`;
    output.item({ url: running.url, apiKey: running.apiKey, songUrls: running.songUrls, pid: process.pid }, [
      `Sandbox  ${running.url}  (a stand-in of the API: nothing is charged)`,
      `Key      ${running.apiKey}`,
      `Watch    ${running.url}/dashboard`,
      `Docs     ${running.url}/docs`,
      'It serves six songs to train on, too. In another terminal:',
      '',
      `  ${command}`,
      '',
      'Ctrl-C stops it; it keeps nothing.',
    ]);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    // The terminal has echoed ^C.
    if (output.stream.isTTY) output.stream.write('\n');
  } finally {
    await running.close();
  }
}

/** The switches of `name=value` texts. Rejects with a UsageError that says what there is to choose from. */
export async function switchesOf(given: readonly string[]): Promise<Partial<SandboxSwitches>> {
  const { parseSwitches, switchChoices } = await import('@mountsea-suno/sandbox');
  const entries = given.map((text): [string, unknown] => {
    const [name = '', value] = text.split(/=(.*)/su);
    if (value === undefined) throw new UsageError(`--switch takes name=value, not ${JSON.stringify(text)}`);
    return [name, switchValue(value, Object.hasOwn(switchChoices, name) ? switchChoices[name as keyof SandboxSwitches] : 'text')];
  });
  try {
    return parseSwitches(Object.fromEntries(entries));
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

function switchValue(text: string, choices: SwitchChoices): unknown {
  if (choices === 'text') return text;
  if (typeof choices === 'string') return text.trim() === '' ? text : Number(text);
  return choices.find((choice) => String(choice) === text) ?? text;
}
