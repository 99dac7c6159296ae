import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HostingError } from '../hosting-error.ts';
import type { JournalStore } from '../journal/journal-store.ts';

/**
 * Where {@link fileJournalStore} keeps its files.
 *
 * @example
 * ```ts
 * import type { FileJournalStoreOptions } from '@mountsea-suno/hosting/node';
 *
 * const options: FileJournalStoreOptions = { directory: '/home/me/.local/state/mountsea-suno/hosted' };
 * ```
 */
export interface FileJournalStoreOptions {
  /** Made when it is first written to, for its owner only. Holds nothing else. */
  readonly directory: string;
}

/**
 * A journal of one small JSON file per hosted file: written aside, synced, renamed. Processes may share it.
 *
 * @param options The directory.
 * @returns The store; its methods reject with a `HostingError` (`journal_unusable`).
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { fileJournalStore } from '@mountsea-suno/hosting/node';
 *
 * const store = fileJournalStore({ directory: await mkdtemp(join(tmpdir(), 'hosted-')) });
 * await store.write('a-1', '{}');
 * if ((await store.read('a-1')) !== '{}') throw new Error('lost');
 * await store.remove('a-1');
 * ```
 */
export function fileJournalStore({ directory }: FileJournalStoreOptions): JournalStore {
  const pathOf = (id: string): string => {
    if (!/^[a-z0-9-]{1,80}$/.test(id)) throw new HostingError('journal_unusable', 'An id of a hosted file is malformed.');
    return join(directory, `${id}.json`);
  };

  const usable = async <T>(what: string, action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (cause) {
      if (cause instanceof HostingError) throw cause;
      throw new HostingError('journal_unusable', `The journal of hosted files in ${directory} cannot be ${what}.`, { cause });
    }
  };

  const read = <T>(action: () => Promise<T>, ifMissing: T): Promise<T> =>
    usable('read', () =>
      action().catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return ifMissing;
        throw cause;
      }),
    );

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const aside = `${path}.${randomUUID()}.tmp`;
    try {
      const file = await open(aside, 'wx', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
      await syncDirectory(directory);
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
  };

  const remove = async (path: string): Promise<void> => {
    await rm(path, { force: true });
    // What a crash left half written of this record, or of one that never came to be: nobody writes for a minute.
    for (const name of await read(() => readdir(directory), [])) {
      const aside = join(directory, name);
      if (!name.endsWith('.tmp')) continue;
      const writtenAt = await stat(aside).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      if (aside.startsWith(`${path}.`) || writtenAt < Date.now() - 60_000) await rm(aside, { force: true });
    }
  };

  return {
    ids: () => read(async () => (await readdir(directory)).flatMap((name) => /^([a-z0-9-]+)\.json$/.exec(name)?.[1] ?? []), []),
    read: (id) => read<string | undefined>(async () => await readFile(pathOf(id), 'utf8'), undefined),
    write: (id, text) => usable('written', async () => await write(pathOf(id), text)),
    remove: (id) => usable('written', async () => await remove(pathOf(id))),
  };
}

/** Makes the rename durable; Windows has no such thing for directories. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
