import type { Clock, MountseaClient } from '@mountsea-suno/client';

/** What a check before the start is given. */
export interface PreflightInput {
  client: MountseaClient;
  name: string;
  audioUrls: readonly string[];
  clock: Clock;
  signal?: AbortSignal;
}

/** What a check before the start found. A problem stops the training before anything is sent; a warning becomes an event. */
export interface PreflightReport {
  problems: string[];
  warnings: { code: string; message: string }[];
}

/** A check made before anything is sent. */
export type PreflightCheck = (input: PreflightInput) => Promise<PreflightReport>;
