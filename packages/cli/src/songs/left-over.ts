import { type CleanUpReport, cleanUpHosted, type HostingRecord, listHosted } from '@mountsea-suno/hosting';
import { s3HostFor } from '@mountsea-suno/hosting/s3';
import { listTrainings, TrainingNotFoundError, type TrainingStore, type TrainingSummary } from '@mountsea-suno/workflow';
import type { Context } from '../context.ts';
import { commandName } from '../program/command-name.ts';
import { plain } from '../text/plain.ts';
import { openJournal } from './bucket-host.ts';

/**
 * Hosted files that nobody needs any more: of a run that ended before it could train, of trainings that have all their clips and that no process
 * drives, and those whose URL has ended.
 */
export async function findLeftOver(context: Context, store: TrainingStore): Promise<HostingRecord[]> {
  const records = await listHosted(openJournal(context));
  if (records.length === 0) return [];
  const waiting = new Set((await listTrainings({ store })).filter(waitsForFiles).map(({ id }) => id));
  const held = new Set<string>();
  for (const owner of new Set(records.map(ownerOf))) if (!waiting.has(owner) && (await isHeld(store, owner))) held.add(owner);
  const isNeeded = (record: HostingRecord): boolean =>
    waiting.has(ownerOf(record)) || (held.has(ownerOf(record)) && record.createdAt > Date.now() - dayMs);
  return records.filter((record) => hasEnded(record) || !isNeeded(record));
}

/** Selects what was found, but for what a training has taken as its own since. */
export function asFound(found: readonly HostingRecord[]): (record: HostingRecord) => boolean {
  const owners = new Map(found.map((record) => [record.ref.id, ownerOf(record)]));
  return (record) => owners.get(record.ref.id) === ownerOf(record);
}

function ownerOf({ owner = '' }: HostingRecord): string {
  return owner;
}

// With --min-clips, one that is being trained may lack clips for ever. One whose record cannot be read has no files, and may be good to a later release.
function waitsForFiles({ clips, files, phase }: TrainingSummary): boolean {
  return (clips < files || files === 0) && phase !== 'training' && phase !== 'done';
}

/** Whether the URL of a hosted file has ended. */
export function hasEnded({ expiresAt = Number.POSITIVE_INFINITY }: HostingRecord): boolean {
  return expiresAt < Date.now();
}

/** What is still hosted for a training. */
export async function hostedFor(context: Context, trainingId: string): Promise<HostingRecord[]> {
  return (await listHosted(openJournal(context))).filter(({ owner }) => owner === trainingId);
}

/** Leaves hosted files where they are: from now on they are nobody's to remove. */
export async function keepHosted(context: Context, records: readonly HostingRecord[]): Promise<void> {
  for (const { ref } of records) await openJournal(context).remove(ref.id);
}

/** What is said when hosted files stay where they are. */
export function notRemoved(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `not all hosted files could be removed (${plain(why)}): ${commandName} doctor --clean tries again`;
}

/** Takes hosted files down. */
export async function removeHosted(context: Context, select: (record: HostingRecord) => boolean): Promise<CleanUpReport> {
  const hostFor: Parameters<typeof cleanUpHosted>[0]['hostFor'] = ({ ref }) =>
    s3HostFor(ref, { env: context.terminal.env, attempts: 3 });
  return await cleanUpHosted({ store: openJournal(context), hostFor, select, signal: context.signal });
}

// No process hosts for a day; a lock of another machine's that died is never given up.
const dayMs = 86_400_000;

/** Whether a process holds the lock of a training, or of a run that hosts and has no training yet. */
async function isHeld(store: TrainingStore, owner: string): Promise<boolean> {
  try {
    await (await store.lock(owner)).release();
    return false;
  } catch (error) {
    return !(error instanceof TrainingNotFoundError); // Of no training's name: nobody can hold it.
  }
}
