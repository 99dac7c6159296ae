import { HostingError } from '../hosting-error.ts';

/** A path, relative to the list it stands in, or an http(s) or file URL. */
export type ListedSong = string;

export interface Manifest {
  readonly name?: string;
  readonly files: readonly ListedSong[];
}

/** Reads a manifest, JSON by its extension, else YAML: `{ name?, files: [path | URL | { path } | { url }] }`. */
export async function readManifest(path: string, text: string): Promise<Manifest> {
  let value: unknown;
  try {
    // Loaded on first use: it takes 13 MB.
    value = /\.json$/i.test(path) ? JSON.parse(text) : (await import('yaml')).parse(text, { prettyErrors: false });
  } catch (cause) {
    throw new HostingError(
      'input_invalid',
      `${path} cannot be understood: ${cause instanceof Error ? firstLine(cause.message) : 'no manifest'}`,
      { cause },
    );
  }
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
  return { ...(name !== undefined && { name }), files: songs };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
