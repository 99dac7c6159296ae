import { CommanderError } from 'commander';
import type { Failure, WayOn } from './failure.ts';
import { createProgram } from './program/create-program.ts';
import type { Invocation } from './program/options.ts';
import { createInterruption, type Interruption } from './terminal/interruption.ts';
import type { Terminal } from './terminal/output.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command line of `process` and gives its exit code. */
export async function run(process: NodeJS.Process): Promise<number> {
  const interruption = createInterruption(process);
  try {
    const invocation = await parse(process.argv.slice(2));
    const end = invocation === undefined ? 0 : await perform(process, invocation, interruption);
    if (typeof end !== 'number') return report(process, end);
    await new Promise((resolve) => process.stdout.write('', resolve));
    if (interruption.outputError === undefined) return end;
    throw interruption.outputError;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { failureOf } = await import('./failure.ts');
    return report(process, failureOf(error instanceof CommanderError ? usageErrorOf(error) : error));
  } finally {
    interruption.dispose();
  }
}

/** What the arguments ask for; undefined where commander has done it already (`--help`, `--version`). */
async function parse(argv: readonly string[]): Promise<Invocation | undefined> {
  if (argv.some((word) => /^--(api-?)?(key|token)(=|$)/iu.test(word))) throw new UsageError(keyFlag);
  let invocation: Invocation | undefined;
  const program = createProgram((chosen) => {
    invocation = chosen;
  });
  await program.parseAsync(argv, { from: 'user' });
  return invocation;
}

async function perform(
  process: NodeJS.Process,
  { flags, action }: Invocation,
  { signal }: Interruption,
): Promise<Failure | number> {
  const { stdin, stdout, stderr, env } = process;
  const terminal: Terminal = { stdin, stdout, stderr, env, cwd: process.cwd() };
  let way: WayOn | 'nothing' | undefined;
  const resumable = (next: WayOn | 'nothing'): void => {
    way = next;
  };
  try {
    const { createContext } = await import('./context.ts');
    const code = await action(await createContext(terminal, flags, signal, resumable));
    return typeof code === 'number' ? code : 0;
  } catch (error) {
    const { failureOf } = await import('./failure.ts');
    return failureOf(error, way);
  }
}

function report({ argv, stdout, stderr }: NodeJS.Process, { error, lines, exitCode }: Failure): number {
  const [first = '', ...rest] = lines;
  if (argv.includes('--json')) stdout.write(`${JSON.stringify({ error })}\n`);
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
