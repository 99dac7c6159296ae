import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Identifies one process for all time. A pid alone does not, because the system reuses it. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the unit of the system, or '0' where the system does not say. */
  started: string;
  host: string;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: (await startOf(process.pid)) ?? '0', host: hostname() };
}

/** Whether it is certain that a process has ended. On another host, nothing is certain. */
export async function hasEnded(holder: ProcessIdentity): Promise<boolean> {
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

/** The start time from Linux's /proc, or 'ended' for a zombie, which has ended although its entry is still there. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field, the name in parentheses, may contain anything. The state is the third field, the start time the 22nd.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields?.[0] === 'Z' || fields?.[0] === 'X') return 'ended';
  return fields?.[19];
}
