import { randomBytes } from 'node:crypto';
import { open, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TrainingLockedError } from '../errors/workflow-errors.ts';
import type { TrainingLock } from '../store/training-store.ts';
import { isDead, ownIdentity, type ProcessIdentity } from './process-identity.ts';
import { makeDurably } from './write-durably.ts';

const PATTERN = /^lock\.(\d+)-(\w+)-\w+@(.+)$/;
const TRIES = 6;
const LONGEST_PAUSE_MS = 40;

/**
 * Takes the right to drive the training in a directory. Every contender puts down a file of its own name, and holds the lock when it then sees no
 * other living one; two who see each other both step back and try again. So nobody ever removes a lock that may be held, and what the dead leave
 * is no obstacle.
 */
export async function lockDirectory(id: string, directory: string): Promise<TrainingLock> {
  const self = await ownIdentity();
  // Not counted: threads, and copies of this package, do not share a counter.
  const name = `lock.${self.pid}-${self.started}-${randomBytes(6).toString('hex')}@${encodeURIComponent(self.host)}`;
  const path = join(directory, name);
  const release = async (): Promise<void> => {
    await rm(path, { force: true });
    // Leaves nothing behind of a training that never was.
    await rmdir(directory).catch(() => {});
  };
  for (let tries = 1; ; tries++) {
    await makeDurably(directory);
    let other: string | undefined;
    try {
      await (await open(path, 'wx', 0o600)).close();
      other = await livingHolder(directory, name);
    } catch (error) {
      // A contender who stepped back removed the directory in between.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && tries < TRIES) continue;
      await release().catch(() => {});
      throw error;
    }
    if (other === undefined) {
      await removeLeftovers(directory);
      return { release };
    }
    await release();
    if (tries === TRIES) throw new TrainingLockedError(id, describe(directory, other));
    await sleep(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** What a process was writing when it died. Whoever holds the lock is the only writer. */
async function removeLeftovers(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.tmp'));
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
}

/** The name of another's lock, unless its holder is dead; then the file goes. */
async function livingHolder(directory: string, own: string): Promise<string | undefined> {
  for (const name of await readdir(directory)) {
    const holder = name === own ? undefined : holderOf(name);
    if (!holder) continue;
    if (!(await isDead(holder))) return name;
    await rm(join(directory, name), { force: true });
  }
  return undefined;
}

function holderOf(name: string): ProcessIdentity | undefined {
  const [, pid, started, host] = PATTERN.exec(name) ?? [];
  return pid && started && host ? { pid: Number(pid), started, host: decodeURIComponent(host) } : undefined;
}

function describe(directory: string, name: string): string {
  const holder = holderOf(name);
  if (holder?.pid === process.pid) return `this process (${holder.pid})`;
  return `process ${holder?.pid} on ${holder?.host} (if that is gone for good, remove ${join(directory, name)})`;
}
