import process from 'node:process';
import { plainTexts } from '../assemble/plain-texts.ts';
import { SpecError } from '../spec-error.ts';

/**
 * Runs a script's main function and turns its outcome into an exit code. What a person can act on is shown without a stack: a
 * SpecError and a file that cannot be read or written exit 1, an unknown option exits 2. Foreign words in it steer no terminal.
 */
export async function run(main: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const isUsage = codeOf(error).startsWith('ERR_PARSE_ARGS_');
    const isPlain = isUsage || error instanceof SpecError || (error instanceof Error && 'syscall' in error);
    console.error(isPlain ? plainTexts((error as Error).message) : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
