/** A finding that stops the pipeline and that a person can act on. A command shows its message without a stack and exits with 1. */
export class SpecError extends Error {
  override name = 'SpecError';
  readonly findings: readonly string[];

  constructor(message: string, findings: readonly string[] = []) {
    super([message, ...findings.map((finding) => `  - ${finding}`)].join('\n'));
    this.findings = findings;
  }
}

/** A command that was called in a wrong way. The command shows its message in one line and exits with 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
