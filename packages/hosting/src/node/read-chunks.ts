import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 256 * 1024;

/**
 * A file from its start, all chunks in one buffer, one after the other: a read stream's would pile up until the next garbage collection.
 * A chunk is good until the next one is asked for.
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
