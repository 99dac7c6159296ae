import type { SongInput } from '@mountsea-suno/hosting/node';
import { printableText } from '@mountsea-suno/internal';
import type { ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import { duration, size, songLabel } from '../text/format.ts';

/** A song to train on: one with a public URL, or a file that was inspected. */
export type Song = { readonly url: string } | { readonly path: string; readonly sha256: string | undefined };

/** What the arguments of `train` stand for. */
export interface Songs {
  /** The name that a manifest gives. */
  readonly name?: string;
  readonly songs: readonly Song[];
  /** How many of them have to be hosted first. */
  readonly files: number;
}

/** How many songs a model needs at least. The workflow checks it too, but for files only after they were hosted. */
const fewest = 6;

/** Takes URLs as they are (the workflow checks them), and expands and inspects files, folders, playlists and manifests. Sends nothing. */
export async function gatherSongs(given: readonly string[], context: ConfiguredContext): Promise<Songs> {
  if (given.every(isUrl)) return { songs: given.map((url) => ({ url })), files: 0 };
  const twice = given.find((text, index) => given.indexOf(text) !== index);
  if (twice !== undefined) throw new UsageError(`${songLabel(twice)} is given twice`);
  const { expandInputs } = await import('@mountsea-suno/hosting/node');
  const { name, inputs } = await expandInputs(given, { cwd: context.terminal.cwd });
  if (inputs.length < fewest) throw new UsageError(`a model needs at least ${fewest} songs, not ${inputs.length}`);
  const songs = await inspect(inputs, context);
  return { ...(name === undefined ? {} : { name }), songs, files: songs.filter((song) => 'path' in song).length };
}

// A drive letter, as in C:\Music\song.mp3, is not a scheme, and a file:// URL names a file.
function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//iu.test(text) && !/^file:/iu.test(text);
}

async function inspect(inputs: readonly SongInput[], { output, signal }: ConfiguredContext): Promise<Song[]> {
  const { preflight } = await import('@mountsea-suno/hosting/node');
  const paths = inputs.flatMap((input) => (input.type === 'file' ? [input.path] : []));
  const reports = new Map((await preflight(paths, { signal })).map((report) => [report.path, report]));
  const problems: string[] = [];
  const songs = inputs.map((input): Song => {
    if (input.type === 'url') return { url: input.url };
    const report = reports.get(input.path);
    const fatal = report?.problems.filter(({ severity }) => severity === 'error') ?? [];
    for (const { code, message } of fatal)
      problems.push(`${code === 'not_found' ? printableText(input.path) : songLabel(input.path)}: ${printableText(message)}`);
    for (const { severity, message } of report?.problems ?? [])
      if (severity === 'warning') output.warn(`${songLabel(input.path)}: ${printableText(message)}`);
    if (report?.durationMs !== undefined && fatal.length === 0) {
      const facts = [
        report.container ?? '',
        duration(report.durationMs),
        report.bitrate === undefined ? '' : `${Math.round(report.bitrate / 1000)} kbit/s`,
      ];
      output.note(`${songLabel(input.path)}  ${printableText(facts.filter(Boolean).join(', '))}, ${size(report.sizeBytes ?? 0)}`);
    }
    return { path: input.path, sha256: report?.sha256 };
  });
  if (problems.length > 0) throw new UsageError('these songs cannot be trained on', problems);
  const different = new Set(songs.map((song) => ('url' in song ? song.url : (song.sha256 ?? song.path)))).size;
  if (different < fewest) throw new UsageError(`a model needs at least ${fewest} songs, and only ${different} of these differ`);
  return songs;
}
