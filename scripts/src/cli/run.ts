import { readFileSync } from 'node:fs';
import process from 'node:process';
import { plainTexts } from '../assemble/plain-texts.ts';
import { SpecError } from '../spec-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a script's main function and turns its outcome into an exit code. What a person can act on is shown without a stack: a
 * SpecError and a file that cannot be read or written exit 1, a wrong call exits 2. Foreign words in it steer no terminal.
 * `--help` shows the comment at the head of the script.
 */
export async function run(main: () => number | Promise<number>): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(headOf(process.argv[1] ?? ''));
    return;
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    const isUsage = error instanceof UsageError || codeOf(error).startsWith('ERR_PARSE_ARGS_');
    const isPlain = isUsage || error instanceof SpecError || (error instanceof Error && 'syscall' in error);
    console.error(isPlain ? plainTexts((error as Error).message) : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function headOf(script: string): string {
  const [head = ''] = readFileSync(script, 'utf8').split(/^(?!\/\/)/m, 1);
  return head.replace(/^\/\/ ?/gm, '').trimEnd();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
