import type { Clock, MountseaClient } from '@mountsea-suno/client';

/** What a check before the start is given. */
export interface PreflightInput {
  /** The client of the training to come. */
  client: MountseaClient;
  /** The name of the model. */
  name: string;
  /** As they will be sent. */
  audioUrls: readonly string[];
  /** The clock to measure waits by. */
  clock: Clock;
  /** Aborts the check. */
  signal?: AbortSignal | undefined;
}

/** What a check before the start has found. A problem stops the training before anything is sent; a warning becomes an event. */
export interface PreflightReport {
  /** One sentence each. */
  problems: string[];
  /** `code` is for programs, `message` for people. */
  warnings: { code: string; message: string }[];
}

/**
 * A check that is made before anything is sent.
 *
 * @example
 * ```ts
 * import type { PreflightCheck } from '@mountsea-suno/workflow';
 *
 * const nameIsOurs: PreflightCheck = async ({ name }) => ({
 *   problems: name.startsWith('ours-') ? [] : [`The name ${name} does not begin with ours-.`],
 *   warnings: [],
 * });
 * console.log(typeof nameIsOurs);
 * ```
 */
export type PreflightCheck = (input: PreflightInput) => Promise<PreflightReport>;
