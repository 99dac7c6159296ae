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
  /** Gives the host that can remove a record's file; undefined when there is none (then the record stays, and is reported in `left`). */
  readonly hostFor: (record: HostingRecord) => AudioHost | undefined | Promise<AudioHost | undefined>;
  /** Which records to clean up; all by default. Leave out what a running process still needs. */
  readonly select?: ((record: HostingRecord) => boolean) | undefined;
  /** Stops between two files; the call then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link cleanUpHosted} did. */
export interface CleanUpReport {
  /** The files that are now known to be deleted. */
  readonly removed: readonly HostingRecord[];
  /** The files that are, or may be, still on their host, and why; their records were kept. */
  readonly left: readonly { readonly record: HostingRecord; readonly error?: unknown }[];
}

/**
 * Removes the files that the journal says are still on a host, unfinished uploads included, and then their records. It can be repeated. One failure
 * does not stop the rest, but a place that did not respond after all retries (`host_unavailable`) is not asked to remove its other files.
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
  const unavailable = new Map<string, unknown>();
  for (const record of (await listHosted(store)).filter(select)) {
    signal?.throwIfAborted();
    if (unavailable.has(record.place)) {
      left.push({ record, error: unavailable.get(record.place) });
      continue;
    }
    try {
      const host = await hostFor(record);
      if (host) {
        await host.remove(record.ref, { signal });
        await store.remove(record.ref.id);
        removed.push(record);
      } else {
        left.push({ record });
      }
    } catch (error) {
      signal?.throwIfAborted();
      left.push({ record, error });
      if (isHostingError(error) && error.code === 'host_unavailable') unavailable.set(record.place, error);
    }
  }
  return { removed, left };
}
