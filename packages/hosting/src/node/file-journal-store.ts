import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDurably, writeDurably } from '@mountsea-suno/internal/node';
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
  /** Created when the store first writes to it, for its owner only. It holds nothing else. */
  readonly directory: string;
}

/** An unfinished write that is older than this is abandoned, because no write takes that long. */
const abandonedAfterMs = 60_000;

/**
 * A journal of one small JSON file per hosted file, each written durably and whole. Processes may share the directory.
 *
 * @param options The directory.
 * @returns The store; its methods reject with a `HostingError` (`journal_unusable`). Throws the same for an empty path.
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
  if (directory === '')
    throw new HostingError('journal_unusable', 'The journal of hosted files needs a directory; its path is empty.');
  const pathOf = (id: string): string => {
    if (!/^[a-z0-9-]{1,80}$/.test(id)) throw new HostingError('journal_unusable', 'An id of a hosted file is malformed.');
    return join(directory, `${id}.json`);
  };

  const orUnusable = async <T>(what: string, action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (cause) {
      if (cause instanceof HostingError) throw cause;
      throw new HostingError('journal_unusable', `The journal of hosted files in ${directory} cannot be ${what}.`, { cause });
    }
  };

  const read = <T>(action: () => Promise<T>, ifMissing: T): Promise<T> =>
    orUnusable('read', () =>
      action().catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return ifMissing;
        throw cause;
      }),
    );

  const write = async (path: string, text: string): Promise<void> => {
    await makeDurably(directory);
    await writeDurably(path, text);
  };

  const remove = async (path: string): Promise<void> => {
    await rm(path, { force: true });
    // A crash may have left an unfinished write, of this record or of another.
    for (const name of await read(() => readdir(directory), [])) {
      if (!name.endsWith('.tmp')) continue;
      const unfinished = join(directory, name);
      const writtenAt = await stat(unfinished).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      if (unfinished.startsWith(`${path}.`) || writtenAt < Date.now() - abandonedAfterMs) await rm(unfinished, { force: true });
    }
  };

  return {
    ids: () => read(async () => (await readdir(directory)).flatMap((name) => /^([a-z0-9-]+)\.json$/.exec(name)?.[1] ?? []), []),
    read: (id) => read<string | undefined>(async () => await readFile(pathOf(id), 'utf8'), undefined),
    write: (id, text) => orUnusable('written', async () => await write(pathOf(id), text)),
    remove: (id) => orUnusable('written', async () => await remove(pathOf(id))),
  };
}
