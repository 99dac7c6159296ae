import { isMountseaError } from '@mountsea-suno/client';
import type { Sandbox } from '@mountsea-suno/sandbox';
import type { CustomModel, RunOptions } from '../../src/index.ts';
import { resumeTraining, startTraining } from '../../src/index.ts';
import { beginLife, type Life, type LifeOptions } from './life.ts';
import { songUrls } from './song-urls.ts';

/** How one process left a training. */
export type End = { type: 'done'; model: CustomModel } | { type: 'error'; code: string; error: unknown } | { type: 'died' };

/** How the proofs run every training: quickly, and with a settle time longer than the server's slowest create. */
export const RUN: Pick<RunOptions, 'pollIntervalMs' | 'settleMs' | 'pollsPerSecond'> = {
  pollIntervalMs: 20_000,
  settleMs: 90_000,
  pollsPerSecond: 1_000_000,
};

export interface Step extends Omit<LifeOptions, 'sandbox'> {
  sandbox: Sandbox;
  /** How to go on with the training on the disk; it is started where there is none. */
  resume?: { name?: string; resendCreate?: boolean };
  run?: Partial<RunOptions>;
  /** How many files. Default 6. */
  files?: number;
}

/** Lets one process drive the training on the disk until it is done, in error or dead. */
export async function runLife(step: Step): Promise<{ end: End; life: Life }> {
  const life = beginLife(step);
  const options = { ...RUN, ...step.run, client: life.client, store: life.store, clock: life.clock, random: step.random };
  const [id] = step.disk.texts.keys();
  async function drive(): Promise<End> {
    try {
      const training =
        id === undefined
          ? await startTraining({ ...options, name: 'v6Pro', audioUrls: songUrls(step.files ?? 6) })
          : await resumeTraining(id, { ...options, ...step.resume });
      return { type: 'done', model: await training.result() };
    } catch (error) {
      return { type: 'error', code: isMountseaError(error) ? error.code : String(error), error };
    }
  }
  const end = await Promise.race([drive(), life.died.then((type): End => ({ type }))]);
  return { end, life };
}
