import type { HostRef } from '../audio-host.ts';
import type { JournalStore } from './journal-store.ts';

/** A file that was uploaded, or was about to be, and is not known to be deleted: plain JSON without secrets and without the URL. */
export interface HostingRecord {
  /** The version of the record's format. */
  readonly version: 1;
  /** How the host finds the file. */
  readonly ref: HostRef;
  /** `hosting`: the upload may be under way, cut off, or never begun. `hosted`: the file is on the host. */
  readonly state: 'hosting' | 'hosted';
  /** Where the file is, as the host describes it to people. */
  readonly place: string;
  /** The name of the source, for people. */
  readonly name?: string;
  /** Who the file belongs to, such as a training's id. */
  readonly owner?: string;
  /** When the upload began, in milliseconds since the epoch. */
  readonly createdAt: number;
  /** When the file's URL stops working, in milliseconds since the epoch; the file itself stays until it is removed. */
  readonly expiresAt?: number;
}

/**
 * All files that the journal says are still on a host, oldest first. A record that cannot be understood is left out.
 *
 * @param store The journal.
 * @example
 * ```ts
 * import { listHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const mine = (await listHosted(memoryJournalStore())).filter(({ owner }) => owner === 'training-1');
 * ```
 */
export async function listHosted(store: JournalStore): Promise<HostingRecord[]> {
  const texts = await Promise.all((await store.ids()).map((id) => store.read(id)));
  const records = texts.flatMap((text) => (text === undefined ? [] : (parseHostingRecord(text) ?? [])));
  return records.sort((a, b) => a.createdAt - b.createdAt);
}

/**
 * Gives hosted files to another owner, such as a training that has just been started and now has an id.
 *
 * @param store The journal.
 * @param refs The files; one that is not in the journal is skipped.
 * @param owner Who they belong to from now on.
 * @example
 * ```ts
 * import { claimHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * await claimHosted(memoryJournalStore(), [], 'training-1');
 * ```
 */
export async function claimHosted(store: JournalStore, refs: readonly HostRef[], owner: string): Promise<void> {
  for (const { id } of refs) {
    const text = await store.read(id);
    const record = text === undefined ? undefined : parseHostingRecord(text);
    if (record) await store.write(id, JSON.stringify({ ...record, owner }));
  }
}

/** A record from its text, or undefined when the text is not a record of version 1. */
function parseHostingRecord(text: string): HostingRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const record = value as Partial<HostingRecord> | null;
  const usable =
    record?.version === 1 &&
    (record.state === 'hosting' || record.state === 'hosted') &&
    typeof record.createdAt === 'number' &&
    typeof record.place === 'string' &&
    typeof record.ref?.kind === 'string' &&
    typeof record.ref.id === 'string';
  return usable ? (record as HostingRecord) : undefined;
}
