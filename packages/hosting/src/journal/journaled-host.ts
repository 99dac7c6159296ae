import type { AudioHost, HostRef } from '../audio-host.ts';
import type { HostingRecord } from './hosting-record.ts';
import type { JournalStore } from './journal-store.ts';

/**
 * What {@link journaledHost} works with.
 *
 * @example
 * ```ts
 * import { type JournaledHostOptions, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const rest: Omit<JournaledHostOptions, 'host'> = { store: memoryJournalStore(), owner: 'training-1' };
 * ```
 */
export interface JournaledHostOptions {
  /** The host that stores the files. */
  readonly host: AudioHost;
  /** Where the records are kept. */
  readonly store: JournalStore;
  /** Written into each record; `claimHosted` can change it later. */
  readonly owner?: string | undefined;
  /** Gives the time in milliseconds since the epoch; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** How long the cleanup after a failed upload may take. What it does not remove stays in the journal, for `cleanUpHosted`. */
const cleanupTimeoutMs = 3_000;

/**
 * A host that keeps a journal of what it stores: it writes a record before the first byte leaves, and removes the record once the file is known to
 * be deleted. What is in the journal after a crash is what `cleanUpHosted` has to remove.
 *
 * @param options The host, the journal, and who the files belong to.
 * @returns An {@link AudioHost} that does what `options.host` does.
 * @example
 * ```ts
 * import { type AudioHost, blobSource, journaledHost, listHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const up = async (host: AudioHost) => {
 *   const store = memoryJournalStore();
 *   const journaled = journaledHost({ host, store, owner: 'training-1' });
 *   const { ref } = await journaled.put(blobSource(new Blob(['RIFF'])));
 *   process.stderr.write(`${(await listHosted(store)).length} file is hosted\n`);
 *   await journaled.remove(ref);
 * };
 * ```
 */
export function journaledHost(options: JournaledHostOptions): AudioHost {
  const { host, store, owner, now = Date.now } = options;
  const { place } = host.describe();

  const remove: AudioHost['remove'] = async (ref, removeOptions) => {
    await host.remove(ref, removeOptions);
    await store.remove(ref.id);
  };

  const put: AudioHost['put'] = async (source, putOptions = {}) => {
    const createdAt = now();
    const save = async (ref: HostRef, more: Pick<HostingRecord, 'state' | 'expiresAt'>): Promise<void> => {
      const { name } = source;
      const record: HostingRecord = {
        version: 1,
        ref,
        place,
        ...(name && { name }),
        ...(owner && { owner }),
        createdAt,
        ...more,
      };
      await store.write(ref.id, JSON.stringify(record));
    };
    let last: HostRef | undefined;
    const onRef = async (ref: HostRef): Promise<void> => {
      await save(ref, { state: 'hosting' });
      last = ref;
      await putOptions.onRef?.(ref);
    };
    try {
      const audio = await host.put(source, { ...putOptions, onRef });
      await save(audio.ref, { state: 'hosted', expiresAt: audio.expiresAt });
      return audio;
    } catch (error) {
      // When this fails too, the record stays, and a later cleanup finds the file by it.
      if (last) await remove(last, { signal: AbortSignal.timeout(cleanupTimeoutMs) }).catch(() => undefined);
      throw error;
    }
  };

  return { describe: () => host.describe(), put, remove };
}
