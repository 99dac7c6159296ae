import { isMountseaError } from '@mountsea-suno/client';
import { problemOf } from './problem-of.ts';
import type { RunContext } from './run-context.ts';

/** Tells of a call that failed and will be made again; throws its error where no repetition cures it. */
export function tellTrouble(run: RunContext, error: unknown, retryInMs: number): void {
  if (!isMountseaError(error) || !error.retryable) throw error;
  run.emit({ type: 'trouble', ...problemOf(error), retryInMs });
}
