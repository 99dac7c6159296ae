import { CommanderError } from 'commander';
import { createProgram } from './commands/create-program.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { Failure } from './failure.ts';
import type { NextStep } from './next-step.ts';
import type { Invocation } from './program/define-command.ts';
import { createInterruption, type Interruption } from './terminal/interruption.ts';
import { createOutput, jsonLine, type Terminal } from './terminal/output.ts';

/** Runs the command line of `process` and returns its exit code. */
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

/** Reads the arguments. */
async function parse(argv: readonly string[]): Promise<Invocation> {
  if (argv.some((word) => /^--(api-?)?(key|token)(=|$)/iu.test(word))) throw new UsageError(keyFlag);
  let invocation: Invocation | undefined;
  let said = '';
  const choose = (chosen: Invocation): void => {
    invocation = chosen;
  };
  const say = (text: string): void => {
    said += text;
  };
  try {
    await createProgram(choose, say).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
    const text = said.trimEnd();
    const record = error.code === 'commander.version' ? { version: text } : { help: text };
    return { flags: { json: isJson(argv) }, settings: false, action: async ({ output }) => output.result(record, [text]) };
  }
  if (invocation === undefined) throw new UsageError('no command was given');
  return invocation;
}

/** An exit code, or the failure and whether the result was already written. */
type End = number | { readonly failure: Failure; readonly hasResult: boolean };

async function perform(process: NodeJS.Process, invocation: Invocation, { signal }: Interruption): Promise<End> {
  const { flags } = invocation;
  const { stdin, stdout, stderr, env } = process;
  const terminal: Terminal = { stdin, stdout, stderr, env, cwd: process.cwd() };
  let nextStep: NextStep | 'none' | undefined;
  const setNextStep = (step: NextStep | 'none'): void => {
    nextStep = step;
  };
  const context: Context = { terminal, flags, output: createOutput(terminal, flags), signal, setNextStep };
  try {
    const code = await performAction(invocation, context);
    return typeof code === 'number' ? code : 0;
  } catch (error) {
    const { failureOf } = await import('./failure.ts');
    return { failure: failureOf(error, nextStep), hasResult: context.output.hasResult };
  }
}

async function performAction(invocation: Invocation, context: Context): Promise<unknown> {
  if (invocation.settings === false) return await invocation.action(context);
  const { loadSettings } = await import('./settings/settings.ts');
  const { flags, terminal } = context;
  return await invocation.action({ ...context, settings: await loadSettings(flags, terminal.env, terminal.cwd) });
}

/** Whether `--json` was given, even if the other arguments cannot be read. */
function isJson(argv: readonly string[]): boolean {
  return argv.includes('--json');
}

function report({ argv, stdout, stderr }: NodeJS.Process, { error, lines, exitCode }: Failure, hasResult = false): number {
  const [first = '', ...rest] = lines;
  if (isJson(argv) && !hasResult) stdout.write(`${jsonLine({ error })}\n`);
  stderr.write([`mountsea-suno: ${first}`, ...rest, ''].join('\n'));
  return exitCode;
}

const keyFlag =
  'no flag takes the key, because every user of this machine could read it: set MOUNTSEA_API_KEY, or name a file with --api-key-file';

function usageErrorOf(error: CommanderError): UsageError {
  if (error.code === 'commander.help') return new UsageError('no command was given');
  // In `--flag=value` of an unknown flag, the value may be anything, even a key.
  return new UsageError(error.message.replace(/^error: /u, '').replace(/(--?[^\s'=]+)=[^']*/gu, '$1'));
}
