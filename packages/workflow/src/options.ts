import type { Clock, MountseaClient } from '@mountsea-suno/client';
import type { PreflightCheck } from './preflight/preflight-check.ts';
import type { TrainingStore } from './store/training-store.ts';

/**
 * What every run of a training takes, be it the first or a resumed one.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, type RunOptions } from '@mountsea-suno/workflow';
 *
 * const run: RunOptions = { client: createClient(), store: memoryStore(), concurrency: 2, deadlineMs: 600_000 };
 * console.log(run.concurrency);
 * ```
 */
export interface RunOptions {
  /** Makes the calls: `createClient()` of `@mountsea-suno/client`. */
  client: MountseaClient;
  /** Where the record is kept. Default: `memoryStore()`, which forgets it with the process; `fileStore()` of `./node` keeps it. */
  store?: TrainingStore;
  /** Default: the system's clock. */
  clock?: Clock;
  /** Uniform in [0, 1). Default: `Math.random`. */
  random?: () => number;
  /** How many files are uploaded at once. Default: 4. */
  concurrency?: number;
  /** A fixed time between two looks at a task, in milliseconds, in place of the planned schedule. */
  pollIntervalMs?: number;
  /** How long this run may take, in milliseconds. Default: 30 minutes. What is not done by then ends in a `DeadlineError` and can be resumed. */
  deadlineMs?: number;
  /**
   * How long a create of which the answer was lost is given to show, in milliseconds, before the ledger's silence counts as proof that it was not
   * accepted. Must be longer than the slowest create of the API. Default: 3 minutes.
   */
  settleMs?: number;
  /** At most so many looks a second, over all trainings on one clock. Default: 50. The first run on a clock decides. */
  looksPerSecond?: number;
  /** Stops the watching, never the server's work: `result()` rejects with the signal's reason, and the training can be resumed. */
  signal?: AbortSignal;
}

/**
 * What `startTraining` takes.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { createPreflight, type StartTrainingOptions } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const options: StartTrainingOptions = { client: createClient(), name: 'v6Pro', audioUrls, preflight: createPreflight() };
 * console.log(options.audioUrls.length);
 * ```
 */
export interface StartTrainingOptions extends RunOptions {
  /** The model's name. Upstream's own limit is 16 characters; a longer one gives a warning. */
  name: string;
  /** At least six different, public http(s) URLs of audio files. */
  audioUrls: readonly string[];
  /** Go on to create when so many files are uploaded, though others failed for good. At least 6. Default: all of them are needed. */
  minClips?: number;
  /** Checks made before anything is sent, such as those of `createPreflight()`. Default: none. */
  preflight?: PreflightCheck;
}

/**
 * What `resumeTraining` takes.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, type ResumeTrainingOptions } from '@mountsea-suno/workflow';
 *
 * const options: ResumeTrainingOptions = { client: createClient(), store: memoryStore(), name: 'v6Pro b' };
 * console.log(options.name);
 * ```
 */
export interface ResumeTrainingOptions extends RunOptions {
  /** Create again under this name (or the same one) after the API refused the last create or its training failed. It may cost another 100 credits. */
  name?: string;
  /**
   * Send create although it is not known whether one was accepted: the last one, or one that the record does not know of while the session cannot be
   * looked at. It may cost another 100 credits.
   */
  resendCreate?: boolean;
  /** Go on to create with so many clips, without the files that failed. At least 6. */
  minClips?: number;
}
