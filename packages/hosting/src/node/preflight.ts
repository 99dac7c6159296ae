import { resolve } from 'node:path';
import type { FileReport } from './file-report.ts';
import { inspectFile } from './inspect-file.ts';

/**
 * How {@link preflight} looks at files.
 *
 * @example
 * ```ts
 * import type { PreflightOptions } from '@mountsea-suno/hosting/node';
 *
 * const options: PreflightOptions = { onReport: ({ path }, index) => process.stderr.write(`${index + 1}: ${path}\n`) };
 * ```
 */
export interface PreflightOptions {
  /** Stops the look; the call rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Called as each file is done; what other files have to do with it (`same_content`) comes with the result. */
  readonly onReport?: (report: FileReport, index: number) => void;
}

/**
 * Looks at audio files before they are hosted: format, duration, bitrate, SHA-256; damage that shows without decoding; files with the same content.
 *
 * Found are: files that are no audio, are empty, unreadable or without sound, and WAV, AIFF, FLAC, MP4, Ogg and MP3 files (with a Xing or Info
 * header) that end before they should. Wrong bytes in the middle of a file are not found.
 *
 * @param paths Of the files.
 * @returns One report per path, in order. Rejects only with `signal.reason`: what is wrong with a file stands in its report.
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
    message: `Byte for byte the same as ${paths.join(', ')}.`,
    paths,
  } as const;
  return { ...report, problems: [...report.problems, problem] };
}
