import type { Clock, MountseaClient } from '@mountsea-suno/client';

/**
 * What a check before the start is given.
 *
 * @example
 * ```ts
 * import type { PreflightInput } from '@mountsea-suno/workflow';
 *
 * const files = ({ audioUrls }: PreflightInput): number => audioUrls.length;
 * console.log(typeof files);
 * ```
 */
export interface PreflightInput {
  /** Of the training to come. */
  client: MountseaClient;
  /** Of the model. */
  name: string;
  /** As they will be sent. */
  audioUrls: readonly string[];
  /** By which to wait. */
  clock: Clock;
  /** Ends the check. */
  signal?: AbortSignal;
}

/**
 * What a check before the start found. A problem stops the training before anything is sent; a warning becomes an event.
 *
 * @example
 * ```ts
 * import type { PreflightReport } from '@mountsea-suno/workflow';
 *
 * const report: PreflightReport = { problems: [], warnings: [{ code: 'quiet', message: 'File 2 is rather quiet.' }] };
 * console.log(report.warnings[0]?.message);
 * ```
 */
export interface PreflightReport {
  /** One sentence each. */
  problems: string[];
  /** `code` for programs, `message` for people. */
  warnings: { code: string; message: string }[];
}

/**
 * A check made before anything is sent.
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
