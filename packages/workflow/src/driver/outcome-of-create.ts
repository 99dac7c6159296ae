import { isMountseaError } from '@mountsea-suno/client';
import type { Outcome, Problem } from '../core/outcome.ts';

/** The code and the words of an error. */
export function problemOf(error: unknown): Problem {
  const code = isMountseaError(error) ? error.code : 'unexpected_error';
  return { code, message: error instanceof Error ? error.message : String(error) };
}

/** What a failed create tells: refused, never accepted, or nothing. When in doubt, nothing. */
export function outcomeOfFailedCreate(error: unknown, at: number): Outcome {
  const problem = problemOf(error);
  if (!isMountseaError(error) || error.charged !== 'no') return { type: 'create-lost', at, problem };
  return { type: error.retryable ? 'create-not-accepted' : 'create-refused', at, problem };
}
