import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process as no other has been or will be: a pid alone is given out again. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own count; '0' where the system does not tell. */
  started: string;
  host: string;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: (await startOf(process.pid)) ?? '0', host: hostname() };
}

/** Whether a process has ended for certain. Of another host nothing is certain. */
export async function isDead(holder: ProcessIdentity): Promise<boolean> {
  if (holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const started = await startOf(holder.pid);
  if (started === 'ended') return true;
  return started !== undefined && holder.started !== '0' && started !== holder.started;
}

/** From Linux's /proc; 'ended' for a process that only waits to be buried. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field, the name in parentheses, may hold anything; the state is the third, the start the 22nd.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields?.[0] === 'Z' || fields?.[0] === 'X') return 'ended';
  return fields?.[19];
}
