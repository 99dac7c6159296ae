import { isMountseaError } from '@mountsea-suno/client';
import { printableText, withoutUrlSecrets } from '@mountsea-suno/internal';

/** The code and the message of an error, as a record and an event hold them. */
export interface Problem {
  code: string;
  message: string;
}

/** The code and the message of anything that was thrown. */
export function problemOf(error: unknown): Problem {
  return {
    code: isMountseaError(error) ? error.code : 'unexpected_error',
    message: untrustedText(error instanceof Error ? error.message : String(error)),
  };
}

const LONGEST_TEXT = 300;

/**
 * A text of unknown origin, such as a server's, in a form that may stand in a record and a message: one line of at most 300 characters, without
 * control characters and without what may be secret in a URL.
 */
export function untrustedText(text: string): string {
  // The secrets go first: a URL that was cut or split before would no longer be found whole.
  return printableText(withoutUrlSecrets(text), LONGEST_TEXT);
}
