/**
 * The right to drive one training, held by one process at a time.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@mountsea-suno/workflow';
 *
 * const store = memoryStore();
 * const lock = await store.lock('a-training');
 * await lock.release();
 * ```
 */
export interface TrainingLock {
  /**
   * Gives it back. Harmless when done twice.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * const { release } = await store.lock('a-training');
   * await release();
   * ```
   */
  release(): Promise<void>;
}

/**
 * Where trainings are kept. It stores text and knows nothing of what it says. `storeConformance` of `./testing` checks an own one.
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
  /**
   * The text last saved under the id; undefined when there is none.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * console.log(await store.load('unknown')); // undefined
   * ```
   */
  load(id: string): Promise<string | undefined>;
  /**
   * Replaces the text, all of it or nothing. When it resolves, a power cut does not undo it.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * await store.save('a-training', '{}');
   * ```
   */
  save(id: string, text: string): Promise<void>;
  /**
   * The ids of all trainings, in any order.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * console.log(await store.list()); // []
   * ```
   */
  list(): Promise<string[]>;
  /**
   * Forgets a training. One that is not there is no error. Called by whoever holds its lock.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * await store.save('a-training', '{}');
   * await store.remove('a-training');
   * console.log(await store.list()); // []
   * ```
   */
  remove(id: string): Promise<void>;
  /**
   * Takes the right to drive a training. Rejects with `TrainingLockedError` when another holds it; a holder that died is taken over.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * const lock = await store.lock('a-training');
   * await lock.release();
   * ```
   */
  lock(id: string): Promise<TrainingLock>;
  /**
   * What earlier tasks taught about durations, as text. A hint: it may be lost.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * console.log(await store.loadDurations?.()); // undefined
   * ```
   */
  loadDurations?(): Promise<string | undefined>;
  /**
   * Keeps that text.
   *
   * @example
   * ```ts
   * import { memoryStore } from '@mountsea-suno/workflow';
   *
   * const store = memoryStore();
   * await store.saveDurations?.('{"version":1}');
   * ```
   */
  saveDurations?(text: string): Promise<void>;
}
