import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { audioFormat } from '@mountsea-suno/workflow';
import { DownloadError } from './download-error.ts';

/** What to fetch and where to put it. */
export interface DownloadOptions {
  readonly url: string;
  readonly folder: string;
  /** File name without number and extension; see `fileStem`. */
  readonly stem: string;
  readonly signal: AbortSignal;
  /** Bytes so far, and in all where the server says it. */
  readonly onProgress?: (received: number, total: number | undefined) => void;
  readonly fetch?: typeof fetch;
  /** The longest silence of the server, in milliseconds. Default: 30,000. */
  readonly stallMs?: number;
}

/** A file that is on the disk. */
export interface Downloaded {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Fetches audio into a new file: complete or not there at all, never in place of another. Only the URL is asked, without any key. The
 * extension goes by the first bytes; what does not begin like audio is refused.
 */
export async function downloadAudio(options: DownloadOptions): Promise<Downloaded> {
  options.signal.throwIfAborted();
  if (!URL.canParse(options.url) || !/^https?:$/u.test(new URL(options.url).protocol))
    throw new DownloadError('the clip has no http(s) URL');
  await mkdir(options.folder, { recursive: true });
  const part = join(options.folder, `.${options.stem}.${randomBytes(6).toString('hex')}.part`);
  try {
    const { bytes, extension } = await receive(options, part);
    return { path: await settle(part, options.folder, options.stem, extension), bytes };
  } finally {
    await rm(part, { force: true });
  }
}

async function receive(options: DownloadOptions, part: string): Promise<{ bytes: number; extension: string }> {
  const { url, signal, onProgress, fetch: get = fetch, stallMs = 30_000 } = options;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new DownloadError('the server fell silent')), stallMs);
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
      if (head.length < 16) head = Uint8Array.from([...head, ...chunk.subarray(0, 16)]);
      await file.writeFile(chunk);
      bytes += chunk.length;
      onProgress?.(bytes, total);
    }
    const extension = audioFormat(head);
    if (extension === undefined) throw new DownloadError('what came is no audio');
    if (total !== undefined && bytes < total && !response.headers.has('content-encoding'))
      throw new DownloadError('the audio was cut off');
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

/** Gives the finished part the first free name. */
async function settle(part: string, folder: string, stem: string, extension: string): Promise<string> {
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
    // A file system without hard links: claim the name, then replace the claim.
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
