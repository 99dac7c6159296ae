/**
 * Where the journal of hosted files is kept: one short text per record. `fileJournalStore` (`./node`) keeps files,
 * {@link memoryJournalStore} forgets with the process.
 *
 * An id matches `[a-z0-9-]+`. A text is a JSON object and holds no secret.
 *
 * @example
 * ```ts
 * import { type JournalStore, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const store: JournalStore = memoryJournalStore();
 * await store.write('a-1', '{}');
 * if ((await store.ids()).join() !== 'a-1') throw new Error('lost');
 * ```
 */
export interface JournalStore {
  /** The ids of all records, in any order. */
  ids(): Promise<readonly string[]>;
  /** The text of a record, or undefined when there is none. */
  read(id: string): Promise<string | undefined>;
  /** Writes a record whole or not at all, and durably: once this resolves, a crash does not lose it. */
  write(id: string, text: string): Promise<void>;
  /** Removes a record; it succeeds when there is none. */
  remove(id: string): Promise<void>;
}

/**
 * A {@link JournalStore} that lives as long as the process.
 *
 * @example
 * ```ts
 * import { memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const store = memoryJournalStore();
 * await store.write('a-1', '{}');
 * await store.remove('a-1');
 * if ((await store.read('a-1')) !== undefined) throw new Error('still there');
 * ```
 */
export function memoryJournalStore(): JournalStore {
  const records = new Map<string, string>();
  return {
    ids: async () => [...records.keys()],
    read: async (id) => records.get(id),
    write: async (id, text) => {
      records.set(id, text);
    },
    remove: async (id) => {
      records.delete(id);
    },
  };
}
