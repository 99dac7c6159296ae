/** The right to drive one training, held by one process at a time. */
export interface TrainingLock {
  release(): Promise<void>;
}

/**
 * Where trainings are kept. It stores text and knows nothing of what it says. `trainingStoreConformance` of `./testing` checks an own one.
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
  /** The text last saved under the id; undefined when there is none. */
  load(id: string): Promise<string | undefined>;
  /** Replaces the text, all of it or nothing. When it resolves, a power cut does not undo it. */
  save(id: string, text: string): Promise<void>;
  /** The ids of all trainings, in any order. */
  list(): Promise<string[]>;
  /** Takes the right to drive a training. Rejects with `TrainingLockedError` when another holds it; a holder that died is taken over. */
  lock(id: string): Promise<TrainingLock>;
  /** What earlier tasks taught about durations, as text. A hint: it may be lost. */
  loadDurations?(): Promise<string | undefined>;
  saveDurations?(text: string): Promise<void>;
}
