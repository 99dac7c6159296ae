import { access, readdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeDurably, writeDurably } from '@mountsea-suno/internal/node';
import { TrainingNotFoundError } from '../errors/workflow-errors.ts';
import type { TrainingStore } from '../store/training-store.ts';
import { lockDirectory } from './file-lock.ts';

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
  directory?: string | undefined;
}

/** The id becomes the name of a folder, so it must not contain anything that leads elsewhere. */
const ID = /^[a-z0-9][a-z0-9_-]{0,99}$/i;

/**
 * A store in files, one training each: `trainings/<id>/training.json`. A record is written beside the old one, flushed and renamed, so a crash leaves
 * either the old record or the new one. While a process drives a training, every other one gets a `TrainingLockedError` that names it; the training of
 * a process that has died on the same host is free.
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
    // The lock lies in the same folder, so releasing it removes the folder.
    remove: (id) => rm(fileOf(id), { force: true }),
    lock: async (id) => lockDirectory(id, folderOf(id)),
    loadDurations: () => readIfThere(durations),
    saveDurations: (text) => write(durations, text),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder where trainings are kept: `MOUNTSEA_SUNO_HOME`, or else the platform's folder for the state of a user's programs (XDG on Linux).
 *
 * @example
 * ```ts
 * import { homeDirectory } from '@mountsea-suno/workflow/node';
 *
 * console.log(homeDirectory({ MOUNTSEA_SUNO_HOME: '/srv/trainings' })); // /srv/trainings
 * ```
 */
export function homeDirectory(env: Environment = process.env, platform: string = process.platform): string {
  if (env.MOUNTSEA_SUNO_HOME) return env.MOUNTSEA_SUNO_HOME;
  const home = homedir();
  const base =
    platform === 'win32'
      ? env.LOCALAPPDATA || join(home, 'AppData', 'Local')
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : env.XDG_STATE_HOME || join(home, '.local', 'state');
  return join(base, 'mountsea-suno');
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

/** Gives a value in place of the error that a file is missing. */
function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value;
    throw error;
  };
}
