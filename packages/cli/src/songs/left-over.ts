import { type CleanUpReport, cleanUpHosted, type HostingRecord, listHosted } from '@mountsea-suno/hosting';
import { s3HostFor } from '@mountsea-suno/hosting/s3';
import { listTrainings, type TrainingStore } from '@mountsea-suno/workflow';
import type { Context } from '../context.ts';
import { openJournal } from './bucket-host.ts';

/** The owner of files that a process hosts before their training has an id. */
export function processOwner(pid: number): string {
  return `process:${pid}`;
}

/** Hosted files that nobody needs any more: of a process that ended before it could train, and of trainings that have all their clips. */
export async function findLeftOver(context: Context, store: TrainingStore): Promise<HostingRecord[]> {
  const records = await listHosted(openJournal(context));
  if (records.length === 0) return [];
  const waiting = new Set((await listTrainings({ store })).filter(({ clips, files }) => clips < files).map(({ id }) => id));
  return records.filter(
    ({ owner, createdAt }) => owner !== undefined && !waiting.has(owner) && !(isAlive(owner) && createdAt > Date.now() - dayMs),
  );
}

/** Takes hosted files down. */
export async function removeHosted(context: Context, select: (record: HostingRecord) => boolean): Promise<CleanUpReport> {
  const hostFor: Parameters<typeof cleanUpHosted>[0]['hostFor'] = ({ ref }) => s3HostFor(ref, { env: context.terminal.env });
  return await cleanUpHosted({ store: openJournal(context), hostFor, select, signal: context.signal });
}

// No process hosts for a day: after that its number may belong to another one.
const dayMs = 86_400_000;

function isAlive(owner: string): boolean {
  const pid = Number(/^process:(\d+)$/u.exec(owner)?.[1]);
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
