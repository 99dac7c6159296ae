import { parseSwitches, type SandboxSwitches, type SwitchChoices, switchChoices } from '@mountsea-suno/sandbox';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import type { BareContext } from '../bare-context.ts';
import { commandName } from '../program/command-name.ts';
import { UsageError } from '../usage-error.ts';

/** The flags of `sandbox`. */
export interface SandboxFlags {
  readonly port?: number | undefined;
  readonly speed?: number | undefined;
  readonly credits?: number | undefined;
  readonly seed?: number | undefined;
  /** `--no-fetch-audio`: take any URL for a song. */
  readonly fetchAudio?: boolean | undefined;
  /** Each `name=value`. */
  readonly switch?: readonly string[] | undefined;
}

/** `mountsea-suno sandbox`: runs until it is interrupted. */
export async function sandbox(flags: SandboxFlags, { output, signal }: BareContext): Promise<void> {
  const running = await startSandbox({
    port: flags.port ?? 0,
    speed: flags.speed ?? 1,
    fetchAudio: flags.fetchAudio !== false,
    switches: switchesOf(flags.switch ?? []),
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
      'Six songs to train on are served too. In another terminal:',
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

/** The switches of `name=value` texts. Throws a UsageError that says what there is to choose from. */
export function switchesOf(given: readonly string[]): Partial<SandboxSwitches> {
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
