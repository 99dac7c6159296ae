import type { ClientErrors } from '@mountsea-suno/client';
import type { WorkflowErrors } from './workflow-errors.ts';

/** What a code means, whether the same call may succeed later, and the exit code of a program that ends with it. */
export interface ErrorTableEntry {
  /** One sentence. */
  meaning: string;
  /** The same call, or a resume, may succeed later. */
  retryable: boolean;
  /** The exit code of a program that ends with this error. */
  exitCode: 2 | 3 | 4 | 5 | 6 | 7;
}

const entry = (exitCode: ErrorTableEntry['exitCode'], meaning: string, retryable = false): ErrorTableEntry => ({
  meaning,
  retryable,
  exitCode,
});

/**
 * What each code of the client and of the workflow means, whether trying later may help, and the exit code that goes with it. A program that is
 * interrupted ends with 130.
 *
 * @example
 * ```ts
 * import { errorTable } from '@mountsea-suno/workflow';
 *
 * console.log(errorTable.create_outcome_unknown.exitCode); // 5
 * ```
 */
export const errorTable: Readonly<Record<keyof ClientErrors | keyof WorkflowErrors, ErrorTableEntry>> = {
  configuration: entry(
    2,
    'The client is not set up: there is no API key, a URL is malformed, or it runs in a browser that was not allowed.',
  ),
  usage_not_configured: entry(2, 'The usage API has no address although the main API is not the default one; nothing was sent.'),
  invalid_argument: entry(2, 'An argument is not what it has to be; nothing was sent.'),
  invalid_input: entry(2, 'A model cannot be trained on what was given; nothing was sent.'),
  state_invalid: entry(2, 'This release cannot read the saved record; it was left as it is.'),
  training_locked: entry(2, 'Another process is driving this training.', true),
  training_not_found: entry(2, 'The store has no training with this id.'),
  training_open: entry(
    2,
    'A create of the training was paid for, or may have been, and its model is still missing; the training was not removed.',
  ),
  authentication_failed: entry(3, 'The API refused the key.'),
  permission_denied: entry(3, 'The key is not allowed to do this.'),
  insufficient_credits: entry(3, 'The account has too few credits.'),
  not_found: entry(3, 'The API does not know what was asked for.'),
  validation_failed: entry(3, 'The API refused what was sent.'),
  conflict: entry(3, 'The API says that this cannot be done in the present state.'),
  upload_failed: entry(4, 'Too few files became clips; those that did are kept.'),
  training_failed: entry(4, 'The API reported that the training failed.'),
  create_outcome_unknown: entry(5, 'It is not known whether the create was accepted, and so charged.'),
  rate_limited: entry(6, 'The API asked for fewer calls.', true),
  server_error: entry(6, 'The server failed.', true),
  connection_failed: entry(6, 'The server could not be reached, or the connection broke.', true),
  timed_out: entry(6, 'The response did not arrive in time.', true),
  unexpected_response: entry(6, 'The response did not come from the API: it was a page of a proxy or a truncated body.', true),
  deadline_passed: entry(7, 'The work was not done within the time given to it, and can be resumed.', true),
};
