/** The command was used wrongly, or something on this machine must be put right first. Exit code 2; nothing was sent. */
export class UsageError extends Error {
  readonly code = 'usage';
  /** What is wrong, one thing a line. */
  readonly problems: readonly string[];
  constructor(message: string, problems: readonly string[] = []) {
    super(message);
    this.name = 'UsageError';
    this.problems = problems;
  }
}
