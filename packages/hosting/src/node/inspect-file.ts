import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type AudioKind, sniffAudio, sniffLength } from '../sniff-audio.ts';
import type { FileProblem, FileProblemCode, FileReport } from './file-report.ts';
import { missingBytes } from './missing-bytes.ts';
import { missingFlacSamples } from './missing-flac-samples.ts';
import { readChunks } from './read-chunks.ts';
import { readMetadata } from './read-metadata.ts';

/** Reports on one file; rejects only with `signal.reason`. */
export async function inspectFile(path: string, signal?: AbortSignal): Promise<FileReport> {
  let file: FileHandle;
  try {
    // Looked at before it is opened: opening a pipe would wait for its other end.
    if (!(await stat(path)).isFile()) return { path, problems: [error('not_a_file', 'Not a file.')] };
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
    const isKnown = kind && error('damaged', `Begins like ${kind.contentType}, but there is no sound to be found in it.`);
    problems.push(isKnown ?? error('not_audio', 'Not an audio file.'));
  }
  const missing = kind && (await missingEnd(file, sizeBytes, head, kind));
  if (missing) problems.push(error('truncated', `The end is missing: at least ${missing}.`));
  return { ...report, problems };
}

async function missingEnd(file: FileHandle, sizeBytes: number, head: Uint8Array, kind: AudioKind): Promise<string | undefined> {
  if (kind.extension === 'flac') {
    const { samples, sampleRate } = await missingFlacSamples(file, sizeBytes);
    return samples > 0 ? `${(samples / sampleRate).toFixed(1)} seconds` : undefined;
  }
  const missing = await missingBytes(file, sizeBytes, head);
  return missing > 0 ? `${missing} bytes` : undefined;
}

function error(code: FileProblemCode, message: string): FileProblem {
  return { code, severity: 'error', message };
}

function unreadable(cause: unknown): FileProblem {
  return error('unreadable', `Cannot be read: ${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
}
