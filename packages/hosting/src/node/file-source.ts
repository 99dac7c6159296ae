import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AudioSource } from '../audio-source.ts';
import { HostingError } from '../hosting-error.ts';

/**
 * What is known of a file beforehand; for {@link fileSource}.
 *
 * @example
 * ```ts
 * import type { FileSourceOptions } from '@mountsea-suno/hosting/node';
 *
 * const options: FileSourceOptions = { sha256: undefined };
 * ```
 */
export interface FileSourceOptions {
  /** As `preflight` found it: the host then refuses other content (`source_changed`). */
  readonly sha256?: string | undefined;
}

/**
 * An audio file on the disk as a source to host. It is opened when it is hosted, and is never in memory as a whole.
 *
 * @param path The path of the file.
 * @param options What is known of it.
 * @returns The source, with the size that the file has now. Rejects with a `HostingError` (`source_unreadable`) when there is no such file.
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { fileSource } from '@mountsea-suno/hosting/node';
 *
 * const path = join(tmpdir(), `tone-${process.pid}.wav`);
 * await writeFile(path, 'RIFF');
 * const source = await fileSource(path);
 * if (source.sizeBytes !== 4) throw new Error('size');
 * ```
 */
export async function fileSource(path: string, { sha256 }: FileSourceOptions = {}): Promise<AudioSource> {
  const name = basename(path);
  const stats = await stat(path).catch((cause: unknown) => {
    throw new HostingError('source_unreadable', `${name} cannot be read.`, { cause });
  });
  if (!stats.isFile()) throw new HostingError('source_unreadable', `${name} is not a file.`);
  return { name, sizeBytes: stats.size, sha256, open: () => openChunks(path) };
}

async function* openChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    yield* readChunks(file);
  } finally {
    await file.close();
  }
}

const chunkBytes = 256 * 1024;

/**
 * The content of a file from its start. All chunks share one buffer, so a chunk holds its bytes only until the next one is asked for: the buffers of
 * a read stream would pile up until the next garbage collection.
 */
export async function* readChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
