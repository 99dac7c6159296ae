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
  /** What does the work. */
  readonly host: AudioHost;
  /** Where the records are kept. */
  readonly store: JournalStore;
  /** Written into each record; can be changed later by `claimHosted`. */
  readonly owner?: string;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/** How long a failed upload's leftovers are tried to be removed, before that is left to `cleanUpHosted`. */
const tidyTimeoutMs = 3_000;

/**
 * A host that writes down what it holds: a record before the first byte leaves, gone once the file is known to be deleted.
 * What is in the journal after a crash is what `cleanUpHosted` has to remove.
 *
 * @param options The host, the journal, and whose the files are.
 * @returns An {@link AudioHost} that does what `options.host` does.
 * @example
 * ```ts
 * import { type AudioHost, blobSource, journaledHost, listHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const up = async (host: AudioHost) => {
 *   const store = memoryJournalStore();
 *   const journaled = journaledHost({ host, store, owner: 'training-1' });
 *   const { ref } = await journaled.put(blobSource(new Blob(['RIFF'])));
 *   process.stderr.write(`${(await listHosted(store)).length} file is up\n`);
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
      // The record stays when this fails too: that is what it is for.
      if (last) await remove(last, { signal: AbortSignal.timeout(tidyTimeoutMs) }).catch(() => undefined);
      throw error;
    }
  };

  return { describe: () => host.describe(), put, remove };
}
