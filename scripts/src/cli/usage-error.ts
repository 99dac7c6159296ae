/** The caller asked for something that cannot be: shown as one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
