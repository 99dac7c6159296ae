import { access, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TrainingNotFoundError } from '../errors/workflow-errors.ts';
import type { TrainingStore } from '../store/training-store.ts';
import { lockDirectory } from './file-lock.ts';
import { homeDirectory } from './home-directory.ts';
import { makeDurably, writeDurably } from './write-durably.ts';

/**
 * Where a file store keeps its files.
 *
 * @example
 * ```ts
 * import { type FileStoreOptions, fileStore } from '@mountsea-suno/workflow/node';
 *
 * const options: FileStoreOptions = { directory: '/srv/trainings' };
 * console.log(typeof fileStore(options).load);
 * ```
 */
export interface FileStoreOptions {
  /** Default: `homeDirectory()`. */
  directory?: string;
}

/** An id is a name of a folder: nothing that could lead elsewhere. */
const ID = /^[a-z0-9][a-z0-9_-]{0,99}$/i;

/**
 * A store that lasts, in files: `trainings/<id>/training.json`, written aside, flushed and renamed, so that a crash at any time leaves the old record
 * or the new one. A second process is told who drives a training; one that died (same host) is taken over.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { listTrainings } from '@mountsea-suno/workflow';
 * import { fileStore } from '@mountsea-suno/workflow/node';
 *
 * const store = fileStore({ directory: await mkdtemp(join(tmpdir(), 'trainings-')) });
 * console.log(await listTrainings({ store })); // []
 * ```
 */
export function fileStore(options: FileStoreOptions = {}): TrainingStore {
  const directory = options.directory ?? homeDirectory();
  const trainings = join(directory, 'trainings');
  const durations = join(directory, 'durations.json');
  const folderOf = (id: string): string => {
    if (!ID.test(id)) throw new TrainingNotFoundError(id);
    return join(trainings, id);
  };
  const fileOf = (id: string): string => join(folderOf(id), 'training.json');
  return {
    load: async (id) => (ID.test(id) ? readIfThere(fileOf(id)) : undefined),
    save: (id, text) => write(fileOf(id), text),
    list: async () => {
      const names = await readdir(trainings).catch(ifMissing([]));
      const there = await Promise.all(names.map((name) => ID.test(name) && exists(fileOf(name))));
      return names.filter((_, index) => there[index]);
    },
    // The folder goes with the lock that is in it.
    remove: (id) => rm(fileOf(id), { force: true }),
    lock: async (id) => lockDirectory(id, folderOf(id)),
    loadDurations: () => readIfThere(durations),
    saveDurations: (text) => write(durations, text),
  };
}

async function write(path: string, text: string): Promise<void> {
  await makeDurably(dirname(path));
  await writeDurably(path, text);
}

function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(ifMissing(undefined));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What is not there is no error. */
function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value;
    throw error;
  };
}
