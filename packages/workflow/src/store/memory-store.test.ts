import { describe, expect, test } from 'vitest';
import { storeConformance } from '../testing.ts';
import { memoryStore } from './memory-store.ts';
import type { TrainingStore } from './training-store.ts';

describe('memory store', () => {
  for (const check of storeConformance) test(check.name, () => check.run(memoryStore));
});

describe('the suite catches', () => {
  const faults: Record<string, (store: TrainingStore) => Partial<TrainingStore>> = {
    'a lock that everybody gets': () => ({ lock: async () => ({ release: async () => {} }) }),
    'a save that keeps the first text': (store) => ({
      save: async (id, text) => ((await store.load(id)) === undefined ? store.save(id, text) : undefined),
    }),
    'a text cut short': (store) => ({ save: (id, text) => store.save(id, text.slice(0, 65_536)) }),
    'a list that is always empty': () => ({ list: async () => [] }),
    'durations listed as a training': (store) => ({ saveDurations: (text) => store.save('durations', text) }),
  };
  for (const [name, fault] of Object.entries(faults))
    test(name, async () => {
      const runs = storeConformance.map(({ run }) =>
        run(() => {
          const store = memoryStore();
          return { ...store, ...fault(store) };
        }),
      );
      const results = await Promise.allSettled(runs);
      expect(results.some(({ status }) => status === 'rejected')).toBe(true);
    });
});
