import { CommanderError } from 'commander';
import type { BareContext } from './bare-context.ts';
import type { Failure, WayOn } from './failure.ts';
import { createProgram } from './program/create-program.ts';
import type { Invocation } from './program/options.ts';
import { loadSettings } from './settings/settings.ts';
import { createInterruption, type Interruption } from './terminal/interruption.ts';
import { createOutput, type Terminal } from './terminal/output.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command line of `process` and gives its exit code. */
export async function run(process: NodeJS.Process): Promise<number> {
  const interruption = createInterruption(process);
  try {
    const end = await perform(process, await parse(process.argv.slice(2)), interruption);
    if (typeof end !== 'number') return report(process, end.failure, end.hasResult);
    await new Promise((resolve) => process.stdout.write('', resolve));
    if (interruption.outputError === undefined) return end;
    throw interruption.outputError;
  } catch (error) {
    const { failureOf } = await import('./failure.ts');
    return report(process, failureOf(error instanceof CommanderError ? usageErrorOf(error) : error));
  } finally {
    interruption.dispose();
  }
}

/** What the arguments ask for. */
async function parse(argv: readonly string[]): Promise<Invocation> {
  if (argv.some((word) => /^--(api-?)?(key|token)(=|$)/iu.test(word))) throw new UsageError(keyFlag);
  let invocation: Invocation | undefined;
  let told = '';
  const choose = (chosen: Invocation): void => {
    invocation = chosen;
  };
  const say = (text: string): void => {
    told += text;
  };
  try {
    await createProgram(choose, say).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
    const text = told.trimEnd();
    const record = error.code === 'commander.version' ? { version: text } : { help: text };
    return { flags: { json: isJson(argv) }, settings: false, action: async ({ output }) => output.result(record, [text]) };
  }
  if (invocation === undefined) throw new UsageError('no command was given');
  return invocation;
}

/** An exit code, or what went wrong and whether the result was out by then. */
type End = number | { readonly failure: Failure; readonly hasResult: boolean };

async function perform(process: NodeJS.Process, invocation: Invocation, { signal }: Interruption): Promise<End> {
  const { flags } = invocation;
  const { stdin, stdout, stderr, env } = process;
  const terminal: Terminal = { stdin, stdout, stderr, env, cwd: process.cwd() };
  let way: WayOn | 'nothing' | undefined;
  const resumable = (next: WayOn | 'nothing'): void => {
    way = next;
  };
  const bare: BareContext = { terminal, flags, output: createOutput(terminal, flags), signal, resumable };
  try {
    const code =
      invocation.settings === false
        ? await invocation.action(bare)
        : await invocation.action({ ...bare, settings: await loadSettings(flags, env, terminal.cwd) });
    return typeof code === 'number' ? code : 0;
  } catch (error) {
    const { failureOf } = await import('./failure.ts');
    return { failure: failureOf(error, way), hasResult: bare.output.hasResult };
  }
}

// Also where the arguments cannot be read.
function isJson(argv: readonly string[]): boolean {
  return argv.includes('--json');
}

function report({ argv, stdout, stderr }: NodeJS.Process, { error, lines, exitCode }: Failure, hasResult = false): number {
  const [first = '', ...rest] = lines;
  if (isJson(argv) && !hasResult) stdout.write(`${JSON.stringify({ error })}\n`);
  stderr.write([`mountsea-suno: ${first}`, ...rest, ''].join('\n'));
  return exitCode;
}

const keyFlag =
  'no flag takes the key, for every user of this machine could read it: set MOUNTSEA_API_KEY, or name a file with --api-key-file';

function usageErrorOf(error: CommanderError): UsageError {
  if (error.code === 'commander.help') return new UsageError('no command was given');
  // `--flag=value` of an unknown flag: the value may be anything, a key among them.
  return new UsageError(error.message.replace(/^error: /u, '').replace(/(--?[^\s'=]+)=[^']*/gu, '$1'));
}
