import { type CleanUpReport, cleanUpHosted, type HostingRecord, listHosted } from '@mountsea-suno/hosting';
import { s3HostFor } from '@mountsea-suno/hosting/s3';
import { printableText } from '@mountsea-suno/internal';
import { listTrainings, TrainingNotFoundError, type TrainingStore, type TrainingSummary } from '@mountsea-suno/workflow';
import type { ConfiguredContext } from '../context.ts';
import { commandName } from '../next-step.ts';
import { openJournal } from './bucket-host.ts';

/** An older file is orphaned even if its lock is held: no process hosts files for a day, but the lock of a machine that died stays for ever. */
const longestHostingMs = 86_400_000;

/**
 * Hosted files that nobody needs any more: those of a run that ended before it could train, those of trainings that have all their clips and that no
 * process drives, and those whose URL has expired.
 */
export async function findOrphaned(context: ConfiguredContext, store: TrainingStore): Promise<HostingRecord[]> {
  const records = await listHosted(openJournal(context));
  if (records.length === 0) return [];
  const waiting = new Set((await listTrainings({ store })).filter(waitsForFiles).map(({ id }) => id));
  const held = new Set<string>();
  for (const owner of new Set(records.map(ownerOf))) if (!waiting.has(owner) && (await isHeld(store, owner))) held.add(owner);
  const isNeeded = (record: HostingRecord): boolean =>
    waiting.has(ownerOf(record)) || (held.has(ownerOf(record)) && record.createdAt > Date.now() - longestHostingMs);
  return records.filter((record) => hasExpired(record) || !isNeeded(record));
}

/** Selects the files that were found, except those that a training has claimed since then. */
export function stillOrphaned(found: readonly HostingRecord[]): (record: HostingRecord) => boolean {
  const owners = new Map(found.map((record) => [record.ref.id, ownerOf(record)]));
  return (record) => owners.get(record.ref.id) === ownerOf(record);
}

function ownerOf({ owner = '' }: HostingRecord): string {
  return owner;
}

/**
 * Whether a training still needs its files. With `--min-clips`, a training that has been created may lack clips for ever. A training whose record cannot
 * be read is listed with no files, but a later release may be able to read it.
 */
function waitsForFiles({ clips, files, phase }: TrainingSummary): boolean {
  return (clips < files || files === 0) && phase !== 'training' && phase !== 'done';
}

/** Whether the URL of a hosted file has expired. */
export function hasExpired({ expiresAt = Number.POSITIVE_INFINITY }: HostingRecord): boolean {
  return expiresAt < Date.now();
}

/** The files that are still hosted for a training. */
export async function hostedFor(context: ConfiguredContext, trainingId: string): Promise<HostingRecord[]> {
  return (await listHosted(openJournal(context))).filter(({ owner }) => owner === trainingId);
}

/** Leaves hosted files where they are: from now on, no cleanup removes them. */
export async function keepHosted(context: ConfiguredContext, records: readonly HostingRecord[]): Promise<void> {
  for (const { ref } of records) await openJournal(context).remove(ref.id);
}

/** The warning that hosted files could not be removed. */
export function notRemoved(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `not all hosted files could be removed (${printableText(why)}): ${commandName} doctor --clean tries again`;
}

/** Deletes hosted files. */
export async function removeHosted(
  context: ConfiguredContext,
  select: (record: HostingRecord) => boolean,
): Promise<CleanUpReport> {
  const hostFor: Parameters<typeof cleanUpHosted>[0]['hostFor'] = ({ ref }) =>
    s3HostFor(ref, { env: context.terminal.env, attempts: 3 });
  return await cleanUpHosted({ store: openJournal(context), hostFor, select, signal: context.signal });
}

/** Whether a process holds the lock of a training, or of a run that hosts files and has no training yet. */
async function isHeld(store: TrainingStore, owner: string): Promise<boolean> {
  try {
    await (await store.lock(owner)).release();
    return false;
  } catch (error) {
    return !(error instanceof TrainingNotFoundError); // With this error, no training can have that name, so nobody can hold its lock.
  }
}
