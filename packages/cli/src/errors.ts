import type { Task } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';

/** The errors of this program itself, besides those of the libraries. */
export abstract class CliError extends Error {
  /** What `--json` prints as the code. */
  abstract readonly code: string;
  abstract readonly exitCode: number;
}

/** The command was used wrongly, or something on this machine must be put right first. Nothing was sent. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';
  readonly code = 'usage';
  readonly exitCode = 2;
  /** What is wrong, one thing a line. */
  readonly problems: readonly string[];
  constructor(message: string, problems: readonly string[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** Somebody pressed Ctrl-C, or the reader of the output went away. The work at the server goes on. */
export class InterruptedError extends CliError {
  override readonly name = 'InterruptedError';
  readonly code = 'interrupted';
  readonly exitCode = 130;
}

/** The API reported that a generate task failed. */
export class GenerationFailedError extends CliError {
  override readonly name = 'GenerationFailedError';
  readonly code = 'generation_failed';
  readonly exitCode = 4;
  constructor(task: Task) {
    super(`the song ${printableText(task.status, 40)}: ${printableText(task.failReason ?? 'the server gave no reason')}`);
  }
}

/** An audio file could not be fetched. It can be tried again. */
export class DownloadError extends CliError {
  override readonly name = 'DownloadError';
  readonly code = 'download_failed';
  readonly exitCode = 6;
}

/** A training that was watched failed, or no process drives it. */
export class WatchEndedError extends CliError {
  override readonly name = 'WatchEndedError';
  readonly code: 'training_failed' | 'upload_failed' | 'not_driven';
  readonly exitCode: number;
  constructor(code: WatchEndedError['code'], message: string) {
    super(message);
    this.code = code;
    this.exitCode = code === 'not_driven' ? 7 : 4;
  }
}
