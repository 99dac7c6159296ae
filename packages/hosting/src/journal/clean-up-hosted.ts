import type { AudioHost } from '../audio-host.ts';
import { isHostingError } from '../hosting-error.ts';
import { type HostingRecord, listHosted } from './hosting-record.ts';
import type { JournalStore } from './journal-store.ts';

/**
 * What {@link cleanUpHosted} works with.
 *
 * @example
 * ```ts
 * import { type CleanUpOptions, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const options: CleanUpOptions = { store: memoryJournalStore(), hostFor: () => undefined, select: ({ owner }) => owner === 'training-1' };
 * ```
 */
export interface CleanUpOptions {
  /** The journal. */
  readonly store: JournalStore;
  /** The host that can remove a record's file; undefined when there is none at hand (then the record stays, reported as `left`). */
  readonly hostFor: (record: HostingRecord) => AudioHost | undefined | Promise<AudioHost | undefined>;
  /** Which records to clean up; all by default. Leave out what a running process still hosts. */
  readonly select?: (record: HostingRecord) => boolean;
  /** Stops between two files; the call rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * What {@link cleanUpHosted} did.
 *
 * @example
 * ```ts
 * import type { CleanUpReport } from '@mountsea-suno/hosting';
 *
 * const isClean = ({ left }: CleanUpReport) => left.length === 0;
 * if (!isClean({ removed: [], left: [] })) throw new Error('not clean');
 * ```
 */
export interface CleanUpReport {
  /** What is known to be gone. */
  readonly removed: readonly HostingRecord[];
  /** What is still up, or may be, and why; its record was kept. */
  readonly left: readonly { readonly record: HostingRecord; readonly error?: unknown }[];
}

/**
 * Removes what the journal says is still up, half-done uploads included, and strikes it off. Can be repeated; one failure does not stop the others,
 * but a place that gave no answer to all tries (`host_unavailable`) is not asked for its other files.
 *
 * @param options The journal, the hosts, and which records.
 * @returns What was removed and what was left. Rejects only with `signal.reason`, or when the journal cannot be read.
 * @example
 * ```ts
 * import { cleanUpHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const { removed, left } = await cleanUpHosted({ store: memoryJournalStore(), hostFor: () => undefined });
 * if (removed.length + left.length !== 0) throw new Error('the journal was empty');
 * ```
 */
export async function cleanUpHosted(options: CleanUpOptions): Promise<CleanUpReport> {
  const { store, hostFor, select = () => true, signal } = options;
  const removed: HostingRecord[] = [];
  const left: { record: HostingRecord; error?: unknown }[] = [];
  const silent = new Map<string, unknown>();
  for (const record of (await listHosted(store)).filter(select)) {
    signal?.throwIfAborted();
    if (silent.has(record.place)) {
      left.push({ record, error: silent.get(record.place) });
      continue;
    }
    try {
      const host = await hostFor(record);
      if (host) {
        await host.remove(record.ref, signal ? { signal } : {});
        await store.remove(record.ref.id);
        removed.push(record);
      } else {
        left.push({ record });
      }
    } catch (error) {
      signal?.throwIfAborted();
      left.push({ record, error });
      if (isHostingError(error) && error.code === 'host_unavailable') silent.set(record.place, error);
    }
  }
  return { removed, left };
}
