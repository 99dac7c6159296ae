/** An audio file could not be fetched. Exit code 6; it can be tried again. */
export class DownloadError extends Error {
  readonly code = 'download_failed';
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DownloadError';
  }
}
