import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { sniffAudio, sniffLength } from '../sniff-audio.ts';
import { readChunks } from './file-source.ts';
import { missingEnd } from './missing-end.ts';
import { type AudioMetadata, readMetadata } from './read-metadata.ts';

/** What `preflight` found out about one file. */
export interface FileReport extends AudioMetadata {
  /** The absolute path. */
  readonly path: string;
  /** The size in bytes. */
  readonly sizeBytes?: number;
  /** The SHA-256 of the whole content, in lower-case hex. */
  readonly sha256?: string;
  /** The media type by the first bytes, as in `audio/mpeg`; the file's name is not trusted. */
  readonly contentType?: string;
  /** Empty when nothing is wrong. */
  readonly problems: readonly FileProblem[];
}

/** Something that is wrong, or may be wrong, with a file. */
export interface FileProblem {
  /** What is wrong. */
  readonly code: FileProblemCode;
  /** `error`: it makes no sense to host the file. `warning`: it may be intended. */
  readonly severity: 'error' | 'warning';
  /** One sentence for people. */
  readonly message: string;
  /** For `same_content`: the other files, as absolute paths. */
  readonly paths?: readonly string[];
}

/**
 * `not_found`, `not_a_file`, `unreadable`, `empty` · `not_audio`: it does not begin like a known audio file · `damaged`: it begins like one, but cannot
 * be read as one or has no sound in it · `truncated`: it is shorter than its own header says · `same_content` (a warning): it is byte for byte the same as
 * another file.
 */
export type FileProblemCode =
  | 'not_found'
  | 'not_a_file'
  | 'unreadable'
  | 'empty'
  | 'not_audio'
  | 'damaged'
  | 'truncated'
  | 'same_content';

/** Reports on one file; rejects only with `signal.reason`. */
export async function inspectFile(path: string, signal?: AbortSignal): Promise<FileReport> {
  let file: FileHandle;
  try {
    // Its type is checked before it is opened, because opening a pipe would wait for its other end.
    if (!(await stat(path)).isFile()) return { path, problems: [error('not_a_file', 'This is not a file.')] };
    file = await open(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return { path, problems: [code === 'ENOENT' ? error('not_found', 'There is no such file.') : unreadable(cause)] };
  }
  try {
    return await inspectOpen(path, file, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    return { path, problems: [unreadable(cause)] };
  } finally {
    await file.close();
  }
}

async function inspectOpen(path: string, file: FileHandle, signal?: AbortSignal): Promise<FileReport> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of readChunks(file)) {
    signal?.throwIfAborted();
    if (sizeBytes === 0) head = new Uint8Array(chunk.subarray(0, sniffLength));
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  const basics = { path, sizeBytes, sha256: hash.digest('hex') };
  if (sizeBytes === 0) return { ...basics, problems: [error('empty', 'The file is empty.')] };

  const kind = sniffAudio(head);
  const metadata = await readMetadata(path, kind?.contentType);
  const report = { ...basics, ...(kind && { contentType: kind.contentType }), ...metadata };
  const problems: FileProblem[] = [];
  if (!metadata?.durationMs) {
    const damaged = kind && error('damaged', `The file begins like ${kind.contentType}, but no sound can be found in it.`);
    problems.push(damaged ?? error('not_audio', 'This is not an audio file.'));
  }
  const missing = kind && (await missingEnd(file, sizeBytes, head, kind));
  if (missing) problems.push(error('truncated', `The end is missing: at least ${missing}.`));
  return { ...report, problems };
}

function error(code: FileProblemCode, message: string): FileProblem {
  return { code, severity: 'error', message };
}

function unreadable(cause: unknown): FileProblem {
  return error('unreadable', `The file cannot be read: ${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
}
