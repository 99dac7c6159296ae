import { StateError, TrainingOpenError } from './errors/workflow-errors.ts';
import { loadState } from './resume-training.ts';
import type { CreateOutcome, TrainingState } from './state/training-state.ts';
import type { TrainingStore } from './store/training-store.ts';

/**
 * The options of `removeTraining`.
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
  /** Where the training is kept. */
  store: TrainingStore;
  /** Remove it even if its create was paid for, or may have been, or if its record cannot be read. Default: false. */
  force?: boolean | undefined;
}

/**
 * Removes a training from the store; at the server nothing changes. With a training that is done, the id of its model goes too, so keep that elsewhere.
 *
 * @throws TrainingNotFoundError; TrainingLockedError when a process drives it. Without `force` also TrainingOpenError, when paid work may be under way,
 *   and StateError, when its record cannot be read, so that nobody knows.
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
    const reason = state && openCreate(state);
    if (reason !== undefined && !force) throw new TrainingOpenError(id, reason);
    await store.remove(id);
  } finally {
    await lock.release();
  }
}

/** Says which create may still lead to a model that nobody would know of. */
function openCreate({ model, creates }: TrainingState): string | undefined {
  if (model) return undefined;
  const outcomes = creates.map(({ outcome }) => outcome);
  if (outcomes.includes('accepted'))
    return 'its create was accepted, and its model is still to come. Resume it to get the model.';
  const isUnknown = (outcome: CreateOutcome | undefined): boolean => outcome === 'intended' || outcome === 'outcome-unknown';
  if (isUnknown(outcomes.at(-1))) return 'it is not known whether its create was accepted. Resume it to find out.';
  return outcomes.some(isUnknown) ? 'it is not known whether an earlier create of it was accepted.' : undefined;
}
