import { TrainingLockedError } from '../errors/workflow-errors.ts';
import type { TrainingStore } from './training-store.ts';

/**
 * A store in memory. Its trainings are gone when the process ends, so keep one that costs credits in `fileStore()` of `./node` or a store of your own.
 *
 * @example
 * ```ts
 * import { listTrainings, memoryStore } from '@mountsea-suno/workflow';
 *
 * const store = memoryStore();
 * console.log(await listTrainings({ store })); // []
 * ```
 */
export function memoryStore(): TrainingStore {
  const texts = new Map<string, string>();
  const locked = new Set<string>();
  let durations: string | undefined;
  return {
    load: async (id) => texts.get(id),
    save: async (id, text) => void texts.set(id, text),
    list: async () => [...texts.keys()],
    remove: async (id) => void texts.delete(id),
    lock: async (id) => {
      if (locked.has(id)) throw new TrainingLockedError(id, 'this process');
      locked.add(id);
      return { release: async () => void locked.delete(id) };
    },
    loadDurations: async () => durations,
    saveDurations: async (text) => {
      durations = text;
    },
  };
}
