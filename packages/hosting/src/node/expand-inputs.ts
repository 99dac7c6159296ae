import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostingError } from '../hosting-error.ts';
import { isSongList, readSongList } from './read-song-list.ts';

/** What people gave, expanded by {@link expandInputs}. */
export interface ExpandedInputs {
  /** The model's name, when a manifest gives one. */
  readonly name?: string;
  /** The songs in the order given; a path or URL that was given twice stands here once. */
  readonly inputs: readonly SongInput[];
}

/** A song on the disk, or one that has a public URL already. `from` is the folder, playlist or manifest that names it. */
export type SongInput =
  | { readonly type: 'file'; readonly path: string; readonly from?: string }
  | { readonly type: 'url'; readonly url: string; readonly from?: string };

const audioExtension = /^\.(mp3|wav|flac|ogg|oga|opus|m4a|mp4|aac|aiff?|webm|wma)$/i;
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Expands what people give as songs: audio files, folders (their audio files by extension, in natural order, not deeper), playlists (`.m3u`,
 * `.m3u8`), manifests (`.yaml`, `.yml`, `.json`: `{ name, files: [path | URL | { path } | { url }] }`) and http(s) URLs. Paths in a playlist or
 * manifest are relative to it. `preflight` checks whether the files exist and are audio.
 *
 * @param given Paths and URLs, in order.
 * @param options `cwd`: what relative paths start from, by default the working directory.
 * @returns The songs in order, each once. Rejects with a `HostingError` (`input_invalid`) for a list that cannot be understood and for a
 *   folder without audio, (`source_unreadable`) for a list that cannot be read.
 * @example
 * ```ts
 * import { mkdtemp, writeFile } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { expandInputs } from '@mountsea-suno/hosting/node';
 *
 * const folder = await mkdtemp(join(tmpdir(), 'songs-'));
 * await writeFile(join(folder, 'songs.yaml'), 'name: My voice\nfiles: [one.mp3, https://example.com/two.mp3]\n');
 * const { name, inputs } = await expandInputs([join(folder, 'songs.yaml')]);
 * if (name !== 'My voice' || inputs.length !== 2) throw new Error('manifest');
 * ```
 */
export async function expandInputs(
  given: readonly string[],
  options: { readonly cwd?: string | undefined } = {},
): Promise<ExpandedInputs> {
  const { cwd = process.cwd() } = options;
  let name: string | undefined;
  const songs = new Map<string, SongInput>();
  const add = (song: SongInput): void => {
    const id = song.type === 'url' ? song.url : song.path;
    if (!songs.has(id)) songs.set(id, song);
  };

  for (const text of given) {
    if (isUrl(text)) {
      add({ type: 'url', url: text });
      continue;
    }
    const path = localPath(text, cwd);
    if (await isDirectory(path)) {
      for (const file of await audioFilesIn(path)) add({ type: 'file', path: file, from: path });
    } else if (isSongList(path)) {
      const list = await readSongList(path);
      name ??= list.name;
      for (const song of list.songs) add(listedSong(song, path));
    } else {
      add({ type: 'file', path });
    }
  }
  return { ...(name !== undefined && { name }), inputs: [...songs.values()] };
}

function listedSong(song: string, from: string): SongInput {
  if (isUrl(song)) return { type: 'url', url: song, from };
  return { type: 'file', path: localPath(song, dirname(from)), from };
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function localPath(text: string, base: string): string {
  if (!/^file:\/\//i.test(text)) return resolve(base, text);
  try {
    return fileURLToPath(text);
  } catch (cause) {
    throw new HostingError('input_invalid', `${JSON.stringify(text)} does not name a file on this machine.`, { cause });
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function audioFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new HostingError('source_unreadable', `The folder ${folder} cannot be read.`, { cause });
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && audioExtension.test(extname(entry.name)))
    .map((entry) => entry.name);
  if (names.length === 0) throw new HostingError('input_invalid', `There are no audio files in the folder ${folder}.`);
  return names.sort(byName.compare).map((entryName) => join(folder, entryName));
}
