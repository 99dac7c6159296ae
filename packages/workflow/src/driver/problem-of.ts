import { isMountseaError } from '@mountsea-suno/client';
import type { Problem } from '../core/outcome.ts';
import { plain } from '../text/plain.ts';

/** The code and the words of an error. */
export function problemOf(error: unknown): Problem {
  return {
    code: isMountseaError(error) ? error.code : 'unexpected_error',
    message: plain(error instanceof Error ? error.message : String(error)),
  };
}
