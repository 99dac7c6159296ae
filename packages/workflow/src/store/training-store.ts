/** The right to drive one training. Only one process has it at a time. */
export interface TrainingLock {
  /** Gives the right back. It does no harm to call it twice. */
  release(): Promise<void>;
}

/**
 * Where trainings are kept. A store keeps text and does not interpret it. `storeConformance` of `./testing` tests a store of your own.
 *
 * @example
 * ```ts
 * import { memoryStore, type TrainingStore } from '@mountsea-suno/workflow';
 *
 * const store: TrainingStore = memoryStore();
 * await store.save('a-training', '{}');
 * console.log(await store.list()); // [ 'a-training' ]
 * ```
 */
export interface TrainingStore {
  /** The text that was last saved under the id, or undefined when there is none. */
  load(id: string): Promise<string | undefined>;
  /** Replaces the whole text or, if that fails, nothing of it. Once it has resolved, a power cut does not undo it. */
  save(id: string, text: string): Promise<void>;
  /** The ids of all trainings, in any order. */
  list(): Promise<string[]>;
  /** Deletes a training. It is not an error if there is none. Whoever calls it holds the lock of the training. */
  remove(id: string): Promise<void>;
  /** Takes the right to drive a training. Rejects with `TrainingLockedError` while another holder lives; the lock of a process that has died is free. */
  lock(id: string): Promise<TrainingLock>;
  /** How long earlier tasks took, as text. It is only a hint and may get lost. */
  loadDurations?(): Promise<string | undefined>;
  /** Keeps the text that `loadDurations` gives. */
  saveDurations?(text: string): Promise<void>;
}
