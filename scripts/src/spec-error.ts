/** A finding that stops the pipeline and that a person can act on: its message is shown without a stack. */
export class SpecError extends Error {
  override name = 'SpecError';
  readonly findings: readonly string[];

  constructor(message: string, findings: readonly string[] = []) {
    super([message, ...findings.map((finding) => `  - ${finding}`)].join('\n'));
    this.findings = findings;
  }
}
