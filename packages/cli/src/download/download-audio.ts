import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { audioHeadLength, audioKindOf } from '@mountsea-suno/internal';
import { DownloadError } from '../errors.ts';

/** What to fetch and where to put it. */
export interface DownloadOptions {
  readonly url: string;
  readonly folder: string;
  /** The file name without number and extension; see {@link fileStem}. */
  readonly stem: string;
  readonly signal: AbortSignal;
  /** Called with the bytes so far, and the bytes in all if the server says it. */
  readonly onProgress?: (received: number, total: number | undefined) => void;
  readonly fetch?: typeof fetch;
  /** How long the server may send nothing, in milliseconds. Default: 30,000. */
  readonly stallMs?: number;
}

/** A file that is on the disk. */
export interface Downloaded {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Downloads audio into a new file. The file is complete or does not exist, and it never replaces another one. The request does not carry the key. The
 * extension follows from the first bytes; content that does not begin like audio is refused.
 */
export async function downloadAudio(options: DownloadOptions): Promise<Downloaded> {
  options.signal.throwIfAborted();
  if (!URL.canParse(options.url) || !/^https?:$/u.test(new URL(options.url).protocol))
    throw new DownloadError('the clip has no http(s) URL');
  await mkdir(options.folder, { recursive: true });
  const part = join(options.folder, `.${options.stem}.${randomBytes(6).toString('hex')}.part`);
  try {
    const { bytes, extension } = await receive(options, part);
    return { path: await moveToFreeName(part, options.folder, options.stem, extension), bytes };
  } finally {
    await rm(part, { force: true });
  }
}

async function receive(options: DownloadOptions, part: string): Promise<{ bytes: number; extension: string }> {
  const { url, signal, onProgress, fetch: get = fetch, stallMs = 30_000 } = options;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new DownloadError('the server stopped sending')), stallMs);
  const onAbort = (): void => stop.abort(signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  const file = await open(part, 'wx');
  try {
    const response = await get(url, { signal: stop.signal });
    if (!response.ok || response.body === null) throw new DownloadError(`the audio server answered with HTTP ${response.status}`);
    const total = Number(response.headers.get('content-length')) || undefined;
    let head = new Uint8Array();
    let bytes = 0;
    for await (const chunk of response.body) {
      timer.refresh();
      if (head.length < audioHeadLength) head = Uint8Array.from([...head, ...chunk.subarray(0, audioHeadLength)]);
      await file.writeFile(chunk);
      bytes += chunk.length;
      onProgress?.(bytes, total);
    }
    const extension = audioKindOf(head)?.extension;
    if (extension === undefined) throw new DownloadError('the URL does not give audio');
    if (total !== undefined && bytes < total && !response.headers.has('content-encoding'))
      throw new DownloadError('the audio is cut off');
    await file.sync();
    return { bytes, extension };
  } catch (error) {
    stop.signal.throwIfAborted();
    if (error instanceof DownloadError || (error instanceof Error && 'syscall' in error && error.syscall === 'write'))
      throw error;
    throw new DownloadError('the audio could not be fetched', { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    await file.close();
  }
}

/** Moves the finished part to the first name that is free. */
async function moveToFreeName(part: string, folder: string, stem: string, extension: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : `-${number}`}.${extension}`);
    try {
      await link(part, path);
      return path;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EEXIST') continue;
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    }
    // On a file system without hard links, an empty file reserves the name and is then replaced.
    try {
      await (await open(path, 'wx')).close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
    await rename(part, path);
    return path;
  }
}

/**
 * A file name without extension from a text, safe on every platform: letters and digits of any script, `-`, `_` and
 * spaces; at most 60 characters; no reserved Windows name.
 */
export function fileStem(text: string, otherwise = 'song'): string {
  const stem = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_ -]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = [...stem].slice(0, 60).join('').trim();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(short) ? otherwise : short;
}
