/**
 * What a code means, whether the same call may succeed later, and the exit code of a program that ends with it.
 *
 * @example
 * ```ts
 * import { type ErrorTableEntry, errorTable } from '@mountsea-suno/workflow';
 *
 * const entry: ErrorTableEntry = errorTable.deadline_passed;
 * console.log(entry.exitCode, entry.retryable); // 7 true
 * ```
 */
export interface ErrorTableEntry {
  /** One sentence. */
  meaning: string;
  /** The same call, or a resume, may succeed later. */
  retryable: boolean;
  /** Of a program that ends with it. */
  exitCode: 2 | 3 | 4 | 5 | 6 | 7;
}

const entry = (exitCode: ErrorTableEntry['exitCode'], meaning: string, retryable = false): ErrorTableEntry => ({
  meaning,
  retryable,
  exitCode,
});

/**
 * The codes that errors of the client and of the workflow carry.
 *
 * @example
 * ```ts
 * import { type ErrorCode, errorTable } from '@mountsea-suno/workflow';
 *
 * const fatal: ErrorCode[] = ['authentication_failed', 'insufficient_credits'];
 * console.log(fatal.map((code) => errorTable[code].meaning));
 * ```
 */
export type ErrorCode =
  | 'configuration'
  | 'usage_not_configured'
  | 'invalid_input'
  | 'state_invalid'
  | 'training_locked'
  | 'training_not_found'
  | 'training_open'
  | 'authentication_failed'
  | 'permission_denied'
  | 'insufficient_credits'
  | 'not_found'
  | 'validation_failed'
  | 'conflict'
  | 'upload_failed'
  | 'training_failed'
  | 'create_outcome_unknown'
  | 'rate_limited'
  | 'server_error'
  | 'connection_failed'
  | 'timed_out'
  | 'unexpected_response'
  | 'deadline_passed';

/**
 * Code → meaning, whether trying later may help, exit code: for every error of the client and of the workflow. An interrupted run ends with 130.
 *
 * @example
 * ```ts
 * import { errorTable } from '@mountsea-suno/workflow';
 *
 * console.log(errorTable.create_outcome_unknown.exitCode); // 5
 * ```
 */
export const errorTable: Readonly<Record<ErrorCode, ErrorTableEntry>> = {
  configuration: entry(2, 'The client cannot work as it is set up: no API key, a malformed URL, a browser that was not allowed.'),
  usage_not_configured: entry(2, 'The usage API has no address while the main one is not the default: nothing was sent.'),
  invalid_input: entry(2, 'What was given cannot be trained on; nothing was sent.'),
  state_invalid: entry(2, 'The saved record is not one that this release can read; it was left as it is.'),
  training_locked: entry(2, 'Another process is driving this training.', true),
  training_not_found: entry(2, 'The store has no training of this id.'),
  training_open: entry(
    2,
    'A create of the training was paid for, or may have been, and there is no model of it yet: it is not removed.',
  ),
  authentication_failed: entry(3, 'The API refused the key.'),
  permission_denied: entry(3, 'The key may not do this.'),
  insufficient_credits: entry(3, 'The account has too few credits.'),
  not_found: entry(3, 'The API knows no such thing.'),
  validation_failed: entry(3, 'The API refused what was sent.'),
  conflict: entry(3, 'The API says that this cannot be done in the present state.'),
  upload_failed: entry(4, 'Too few files became clips; those that did are kept.'),
  training_failed: entry(4, 'The API reported that the training failed.'),
  create_outcome_unknown: entry(5, 'It is not known whether the create was accepted, and so charged.'),
  rate_limited: entry(6, 'The API asked to slow down.', true),
  server_error: entry(6, 'The server failed.', true),
  connection_failed: entry(6, 'The server could not be reached, or the connection broke.', true),
  timed_out: entry(6, 'The answer did not come in time.', true),
  unexpected_response: entry(6, 'The answer was not what the API speaks: a page of a proxy, a truncated body.', true),
  deadline_passed: entry(7, 'The training was not done in the time given to this run; it can be resumed.', true),
};
