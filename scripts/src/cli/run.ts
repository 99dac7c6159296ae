import process from 'node:process';
import { SpecError } from '../spec-error.ts';

/** Runs a script's main function and turns its outcome into an exit code; a SpecError is shown without a stack and exits 1. */
export async function run(main: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SpecError ? error.message : error);
    process.exitCode = 1;
  }
}
