import { resolve } from 'node:path';
import { type FileReport, inspectFile } from './inspect-file.ts';

/**
 * How {@link preflight} inspects files.
 *
 * @example
 * ```ts
 * import type { PreflightOptions } from '@mountsea-suno/hosting/node';
 *
 * const options: PreflightOptions = { onReport: ({ path }, index) => process.stderr.write(`${index + 1}: ${path}\n`) };
 * ```
 */
export interface PreflightOptions {
  /** Stops the inspection; the call then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called when each file has been read. `same_content`, which needs all files, is only in the result. */
  readonly onReport?: ((report: FileReport, index: number) => void) | undefined;
}

/**
 * Inspects audio files before they are hosted: format, duration, bitrate, SHA-256; damage that shows without decoding; files with the same content.
 *
 * It finds files that are not audio, are empty, cannot be read or hold no sound, and WAV, AIFF, FLAC, MP4, Ogg and MP3 files (with a Xing or Info
 * header) that end before they should. It does not find wrong bytes in the middle of a file.
 *
 * @param paths The paths of the files.
 * @returns One report per path, in order. Rejects only with `signal.reason`: the problems of a file are in its report.
 * @example
 * ```ts
 * import { preflight } from '@mountsea-suno/hosting/node';
 *
 * const [report] = await preflight(['/no/such/song.mp3']);
 * if (report?.problems[0]?.code !== 'not_found') throw new Error('found');
 * ```
 */
export async function preflight(paths: readonly string[], options: PreflightOptions = {}): Promise<FileReport[]> {
  const { signal, onReport } = options;
  const reports: FileReport[] = [];
  for (const [index, path] of paths.entries()) {
    signal?.throwIfAborted();
    const report = await inspectFile(resolve(path), signal);
    reports.push(report);
    onReport?.(report, index);
  }
  return reports.map((report) => withSameContent(report, reports));
}

function withSameContent(report: FileReport, all: readonly FileReport[]): FileReport {
  const same = all.filter((other) => other !== report && other.sha256 !== undefined && other.sha256 === report.sha256);
  if (same.length === 0 || report.sizeBytes === 0) return report;
  const paths = same.map(({ path }) => path);
  const problem = {
    code: 'same_content',
    severity: 'warning',
    message: `The file is byte for byte the same as ${paths.join(', ')}.`,
    paths,
  } as const;
  return { ...report, problems: [...report.problems, problem] };
}
