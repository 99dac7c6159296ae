import type { Clock, MountseaClient } from '@mountsea-suno/client';
import type { PreflightCheck } from './preflight/preflight-check.ts';
import type { TrainingStore } from './store/training-store.ts';

/**
 * The options of every run of a training, the first and the resumed ones.
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
  /** Where the record is kept. Default: `memoryStore()`, which loses it with the process; `fileStore()` of `./node` keeps it. */
  store?: TrainingStore | undefined;
  /** Default: the client's clock. */
  clock?: Clock | undefined;
  /** Uniform in [0, 1). Default: `Math.random`. */
  random?: (() => number) | undefined;
  /** How many files are uploaded at once. Default: 4. */
  concurrency?: number | undefined;
  /** A fixed interval between two polls of a task, in milliseconds, in place of the planned schedule. */
  pollIntervalMs?: number | undefined;
  /** How long this run may take, in milliseconds. Default: 30 minutes. A training that is not done by then ends in a `DeadlineError` and can be resumed. */
  deadlineMs?: number | undefined;
  /**
   * How long a create whose response was lost is given to show, in milliseconds, before a ledger without a charge proves that it was not accepted. It
   * must be longer than the slowest create of the API. Default: 3 minutes.
   */
  settleMs?: number | undefined;
  /** The most polls per second, over all trainings on one clock. The first run on a clock decides. Default: 50. */
  pollsPerSecond?: number | undefined;
  /** Ends the run, but not the server's work: `result()` rejects with the signal's reason, and the training can be resumed. */
  signal?: AbortSignal | undefined;
}

/**
 * The options of `startTraining`.
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
  /** The name of the model. Suno itself allows 16 characters; a longer name gives a warning. */
  name: string;
  /** At least six different, public http(s) URLs of audio files. */
  audioUrls: readonly string[];
  /** How many uploaded files are enough to create from, even if others have failed for good. At least 6. Default: all of them. */
  minClips?: number | undefined;
  /** Checks that are made before anything is sent, such as `createPreflight()`. Default: none. */
  preflight?: PreflightCheck | undefined;
}

/**
 * The options of `resumeTraining`.
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
  /** Create again, under this name or the same one, after the API refused the last create or its training failed. It may cost another 100 credits. */
  name?: string | undefined;
  /**
   * Create although it is not known whether a create was accepted: the last one, or, where the session cannot be polled, one that the record does not
   * know of. It may cost another 100 credits.
   */
  resendCreate?: boolean | undefined;
  /** Create from this many clips, without the files that failed. At least 6. */
  minClips?: number | undefined;
}
