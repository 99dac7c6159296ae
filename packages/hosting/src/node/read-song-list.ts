import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { HostingError } from '../hosting-error.ts';

/** The content of a playlist or a manifest. */
export interface SongList {
  /** The name of the model. Only a manifest can give one. */
  readonly name?: string;
  /** Paths, relative to the list, and http(s) or file URLs. */
  readonly songs: readonly string[];
}

const maxListBytes = 1024 * 1024;

/** Whether a file is a playlist (`.m3u`, `.m3u8`) or a manifest (`.json`, `.yaml`, `.yml`), by its name. */
export function isSongList(path: string): boolean {
  return /^\.(m3u8?|json|ya?ml)$/i.test(extname(path));
}

/** Reads a playlist or a manifest. Rejects with a `HostingError`: `source_unreadable`, or `input_invalid` when it cannot be understood. */
export async function readSongList(path: string): Promise<SongList> {
  const bytes = await readBytes(path);
  return /^\.m3u8?$/i.test(extname(path))
    ? { songs: readPlaylist(bytes) }
    : await readManifest(path, new TextDecoder().decode(bytes));
}

async function readBytes(path: string): Promise<Buffer> {
  const unreadable = (cause: unknown): never => {
    throw new HostingError('source_unreadable', `${path} cannot be read.`, { cause });
  };
  const { size } = await stat(path).catch(unreadable);
  if (size > maxListBytes) {
    throw new HostingError('input_invalid', `${path} is larger than 1 MiB, so it is not a list of songs.`);
  }
  const bytes = await readFile(path).catch(unreadable);
  if (bytes.includes(0)) throw new HostingError('input_invalid', `${path} is not a list of songs: a text in UTF-8 is expected.`);
  return bytes;
}

/**
 * The songs of an M3U playlist: one a line, without the lines that begin with `#`. By custom `.m3u` is Latin-1, in practice it is more often UTF-8,
 * so both are tried. Backslashes are separators, because many playlists come from Windows.
 */
function readPlaylist(bytes: Uint8Array): string[] {
  const lines = decodeUtf8OrLatin1(bytes)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
  const songs = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return songs.map((line) => (/^[a-z]+:\/\//i.test(line) ? line : line.replaceAll('\\', '/')));
}

function decodeUtf8OrLatin1(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** A manifest is JSON by its extension, else YAML: `{ name?, files: [path | URL | { path } | { url }] }`. */
async function readManifest(path: string, text: string): Promise<SongList> {
  const value = await parseManifest(path, text);
  const invalid = (what: string): HostingError => new HostingError('input_invalid', `${path}: ${what}.`);
  if (!isObject(value)) throw invalid('expected name and files');
  const { name, files, ...others } = value;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw invalid(`unknown key ${JSON.stringify(unknown)}; expected name and files`);
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) throw invalid('name has to be a text');
  if (!Array.isArray(files) || files.length === 0) throw invalid('files has to be a list of paths or URLs');
  const songs = files.map((file: unknown, index) => {
    const song = isObject(file) && Object.keys(file).length === 1 ? (file.path ?? file.url) : file;
    if (typeof song !== 'string' || song === '') throw invalid(`file ${index + 1} has to be a path, a URL, { path } or { url }`);
    return song;
  });
  return { ...(name !== undefined && { name }), songs };
}

async function parseManifest(path: string, text: string): Promise<unknown> {
  try {
    if (/\.json$/i.test(path)) return JSON.parse(text);
    // The package is loaded on first use, because it takes 13 MB of memory.
    const { parse } = await import('yaml');
    return parse(text, { prettyErrors: false });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new HostingError('input_invalid', `${path} cannot be understood: ${why}`, { cause });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
