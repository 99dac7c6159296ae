import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostingError } from '../hosting-error.ts';
import type { ExpandedInputs, SongInput } from './input.ts';
import { type ListedSong, readManifest } from './read-manifest.ts';
import { readPlaylist } from './read-playlist.ts';

const audioExtensions = new Set([
  '.mp3',
  '.wav',
  '.flac',
  '.ogg',
  '.oga',
  '.opus',
  '.m4a',
  '.mp4',
  '.aac',
  '.aif',
  '.aiff',
  '.webm',
  '.wma',
]);
const maxListBytes = 1024 * 1024;
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Expands what people give as songs: audio files, folders (their audio files by extension, in natural order, not deeper), playlists (`.m3u`,
 * `.m3u8`), manifests (`.yaml`, `.yml`, `.json`: `{ name, files: [path | URL | { path } | { url }] }`) and http(s) URLs. Paths in a playlist or
 * manifest are relative to it. Whether the files are there and are audio is for `preflight` to say.
 *
 * @param given Paths and URLs, in order.
 * @param options `cwd`: what relative paths start from, default the working directory.
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
export async function expandInputs(given: readonly string[], options: { readonly cwd?: string } = {}): Promise<ExpandedInputs> {
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
    const extension = extname(path).toLowerCase();
    if (await isDirectory(path)) {
      for (const file of await audioFilesIn(path)) add({ type: 'file', path: file, from: path });
    } else if (extension === '.m3u' || extension === '.m3u8') {
      for (const song of readPlaylist(await readList(path))) add(listedSong(song, path));
    } else if (extension === '.json' || extension === '.yaml' || extension === '.yml') {
      const manifest = await readManifest(path, decodeText(await readList(path)));
      name ??= manifest.name;
      for (const song of manifest.files) add(listedSong(song, path));
    } else {
      add({ type: 'file', path });
    }
  }
  return { ...(name !== undefined && { name }), inputs: [...songs.values()] };
}

function listedSong(song: ListedSong, from: string): SongInput {
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
    throw new HostingError('input_invalid', `${JSON.stringify(text)} is no file of this machine.`, { cause });
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
    .filter(
      (entry) => !entry.isDirectory() && !entry.name.startsWith('.') && audioExtensions.has(extname(entry.name).toLowerCase()),
    )
    .map((entry) => entry.name);
  if (names.length === 0) throw new HostingError('input_invalid', `There are no audio files in the folder ${folder}.`);
  return names.sort(byName.compare).map((entryName) => join(folder, entryName));
}

async function readList(path: string): Promise<Buffer> {
  const unreadable = (cause?: unknown): HostingError =>
    new HostingError('source_unreadable', `${path} cannot be read.`, { cause });
  const { size } = await stat(path).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  if (size > maxListBytes) throw new HostingError('input_invalid', `${path} is larger than 1 MiB: that is no list of songs.`);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  if (bytes.includes(0)) throw new HostingError('input_invalid', `${path} is no list of songs: expected a text in UTF-8.`);
  return bytes;
}

function decodeText(bytes: Buffer): string {
  return new TextDecoder('utf-8').decode(bytes);
}
