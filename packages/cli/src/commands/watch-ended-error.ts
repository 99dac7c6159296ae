/** What was watched ended without a model, or nobody works on it. Exit code 4 or 7. */
export class WatchEndedError extends Error {
  readonly code: 'training_failed' | 'upload_failed' | 'not_driven';
  readonly exitCode: number;
  constructor(code: WatchEndedError['code'], message: string) {
    super(message);
    this.name = 'WatchEndedError';
    this.code = code;
    this.exitCode = code === 'not_driven' ? 7 : 4;
  }
}
