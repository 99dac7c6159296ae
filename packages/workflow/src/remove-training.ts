import { StateError, TrainingOpenError } from './errors/workflow-errors.ts';
import { loadState } from './resume-training.ts';
import type { CreateOutcome, TrainingState } from './state/training-state.ts';
import type { TrainingStore } from './store/training-store.ts';

/**
 * How to remove a training.
 *
 * @example
 * ```ts
 * import { memoryStore, type RemoveTrainingOptions } from '@mountsea-suno/workflow';
 *
 * const options: RemoveTrainingOptions = { store: memoryStore(), force: true };
 * console.log(options.force);
 * ```
 */
export interface RemoveTrainingOptions {
  /** Where it is kept. */
  store: TrainingStore;
  /** Also one whose create was paid for, or may have been, and one whose record cannot be read. Default: false. */
  force?: boolean;
}

/**
 * Forgets a training: its record in the store, and nothing at the server. Of one that is done, that is where the model's id was kept.
 *
 * @throws TrainingNotFoundError, TrainingLockedError (a process drives it), TrainingOpenError (paid work may be under way), StateError (the record
 * cannot be read, so nobody knows). The latter two not with `force`.
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { listTrainings, memoryStore, removeTraining, startTraining } from '@mountsea-suno/workflow';
 *
 * const store = memoryStore();
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), store, name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await training.detach();
 * await removeTraining(training.id, { store });
 * console.log(await listTrainings({ store })); // []
 * ```
 */
export async function removeTraining(id: string, options: RemoveTrainingOptions): Promise<void> {
  const { store, force = false } = options;
  const lock = await store.lock(id);
  try {
    const state = await loadState(store, id).catch((error: unknown) => {
      if (force && error instanceof StateError) return undefined;
      throw error;
    });
    const why = state && openCreate(state);
    if (why !== undefined && !force) throw new TrainingOpenError(id, why);
    await store.remove(id);
  } finally {
    await lock.release();
  }
}

/** Which create may still come to a model that nobody would know of. */
function openCreate({ model, creates }: TrainingState): string | undefined {
  if (model) return undefined;
  const outcomes = creates.map(({ outcome }) => outcome);
  if (outcomes.includes('accepted')) return 'its create was accepted, and its model is still to come. Resume it to have it.';
  const isUnknown = (outcome: CreateOutcome | undefined): boolean => outcome === 'intended' || outcome === 'outcome-unknown';
  if (isUnknown(outcomes.at(-1))) return 'it is not known whether its create was accepted. Resume it to find out.';
  return outcomes.some(isUnknown) ? 'it is not known whether an earlier create of it was accepted.' : undefined;
}
