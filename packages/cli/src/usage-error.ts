/** The command was used wrongly, or something on this machine must be put right first. Exit code 2; nothing was sent. */
export class UsageError extends Error {
  readonly code = 'usage';
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
