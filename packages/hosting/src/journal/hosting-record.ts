import type { HostRef } from '../audio-host.ts';
import type { JournalStore } from './journal-store.ts';

/**
 * One file that was, or was about to be, uploaded and is not known to be deleted: plain JSON without secrets and without the URL.
 *
 * @example
 * ```ts
 * import { type HostingRecord, listHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 *
 * const records: HostingRecord[] = await listHosted(memoryJournalStore());
 * for (const { name, state, place } of records) process.stderr.write(`${name ?? 'a file'}: ${state} at ${place}\n`);
 * ```
 */
export interface HostingRecord {
  /** Of this form of record. */
  readonly version: 1;
  /** By which the host knows the file. */
  readonly ref: HostRef;
  /** `hosting`: the upload may be under way, cut off, or never begun. `hosted`: it is up. */
  readonly state: 'hosting' | 'hosted';
  /** For people: where it lies, as the host describes it. */
  readonly place: string;
  /** For people: the name of the source. */
  readonly name?: string;
  /** Whose it is, such as a training's id. */
  readonly owner?: string;
  /** When it was begun, in milliseconds since the epoch. */
  readonly createdAt: number;
  /** When its URL stops working, in milliseconds since the epoch; the file stays until it is removed. */
  readonly expiresAt?: number;
}

/**
 * Everything the journal says is still up, oldest first. A record that cannot be understood is left out.
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
 * Makes hosted files the property of `owner`, such as a training that is only now started and named.
 *
 * @param store The journal.
 * @param refs The files; one that is not in the journal is passed over.
 * @param owner Whose they are from now on.
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

/** A record from its text, or undefined when it is none of version 1. */
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
