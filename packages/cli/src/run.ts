import { CommanderError } from 'commander';
import { createProgram, type Invocation } from './program.ts';
import { createInterruption } from './terminal/interruption.ts';
import type { Terminal } from './terminal/output.ts';

/** Runs the command line of `process` and gives its exit code. */
export async function run(process: NodeJS.Process): Promise<number> {
  const argv = process.argv.slice(2);
  let invocation: Invocation | undefined;
  const program = createProgram((chosen) => {
    invocation = chosen;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // Commander has told people already; a program reads stdout.
    if (argv.includes('--json'))
      print(process, { error: { code: 'usage', message: error.message.replace(/^error: /u, ''), exitCode: 2 } });
    return 2;
  }
  return invocation === undefined ? 0 : await perform(process, invocation);
}

async function perform(process: NodeJS.Process, { flags, action }: Invocation): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const terminal: Terminal = { stdin, stdout, stderr, env, cwd: process.cwd() };
  const interruption = createInterruption(process);
  let resumeId: string | undefined;
  try {
    const { createContext } = await import('./context.ts');
    await action(
      await createContext(terminal, flags, interruption.signal, (id) => {
        resumeId = id;
      }),
    );
    return 0;
  } catch (error) {
    const { failureOf } = await import('./failure.ts');
    const failure = failureOf(error, resumeId);
    const [first = '', ...rest] = failure.lines;
    stderr.write([`mountsea-suno: ${first}`, ...rest, ''].join('\n'));
    if (flags.json === true) print(process, { error: failure.error });
    return failure.exitCode;
  } finally {
    interruption.dispose();
  }
}

function print(process: NodeJS.Process, value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
