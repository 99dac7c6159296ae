import { randomBytes } from 'node:crypto';
import { open, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDurably } from '@mountsea-suno/internal/node';
import { TrainingLockedError } from '../errors/workflow-errors.ts';
import type { TrainingLock } from '../store/training-store.ts';
import { hasEnded, ownIdentity, type ProcessIdentity } from './process-identity.ts';

const LOCK_NAME = /^lock\.(\d+)-(\w+)-\w+@(.+)$/;
const MAX_ATTEMPTS = 6;
const LONGEST_PAUSE_MS = 40;

/**
 * Takes the right to drive the training in a directory. Every contender creates a file of its own, and holds the lock if it then sees no other file of
 * a living process. Two who see each other both remove their file and try again. So nobody ever removes a lock that may be held, and the locks of
 * processes that have died are no obstacle.
 */
export async function lockDirectory(id: string, directory: string): Promise<TrainingLock> {
  const self = await ownIdentity();
  // The bytes are random, because threads and copies of this package would not share a counter.
  const name = `lock.${self.pid}-${self.started}-${randomBytes(6).toString('hex')}@${encodeURIComponent(self.host)}`;
  const path = join(directory, name);
  const release = async (): Promise<void> => {
    await rm(path, { force: true });
    // This removes the directory only if it is empty because the training was never saved.
    await rmdir(directory).catch(() => {});
  };
  for (let attempt = 1; ; attempt++) {
    await makeDurably(directory);
    let other: string | undefined;
    try {
      await (await open(path, 'wx', 0o600)).close();
      other = await livingHolder(directory, name);
    } catch (error) {
      // Another contender has removed the directory with its own file.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && attempt < MAX_ATTEMPTS) continue;
      await release().catch(() => {});
      throw error;
    }
    if (other === undefined) {
      await removeUnfinishedFiles(directory);
      return { release };
    }
    await release();
    if (attempt === MAX_ATTEMPTS) throw new TrainingLockedError(id, describe(directory, other));
    await sleep(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** Removes what a process was writing when it died. It is called with the lock held, so there is no other writer. */
async function removeUnfinishedFiles(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.tmp'));
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
}

/** The name of somebody else's lock whose process may live. The lock of a process that has ended is removed. */
async function livingHolder(directory: string, own: string): Promise<string | undefined> {
  for (const name of await readdir(directory)) {
    const holder = name === own ? undefined : holderOf(name);
    if (!holder) continue;
    if (!(await hasEnded(holder))) return name;
    await rm(join(directory, name), { force: true });
  }
  return undefined;
}

function holderOf(name: string): ProcessIdentity | undefined {
  const [, pid, started, host] = LOCK_NAME.exec(name) ?? [];
  return pid && started && host ? { pid: Number(pid), started, host: decodeURIComponent(host) } : undefined;
}

function describe(directory: string, name: string): string {
  const holder = holderOf(name);
  if (holder?.pid === process.pid) return `this process (${holder.pid})`;
  return `process ${holder?.pid} on ${holder?.host} (if that is gone for good, remove ${join(directory, name)})`;
}
