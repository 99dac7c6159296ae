/**
 * One audio file to host: bytes that can be opened, and what is known of them beforehand.
 *
 * `fileSource` (`./node`) makes one from a path, {@link blobSource} from a `Blob` or `File`.
 *
 * @example
 * ```ts
 * import type { AudioSource } from '@mountsea-suno/hosting';
 *
 * const tone: AudioSource = {
 *   name: 'tone.wav',
 *   sizeBytes: 4,
 *   async *open() {
 *     yield new TextEncoder().encode('RIFF');
 *   },
 * };
 * ```
 */
export interface AudioSource {
  /** For people only: it never becomes part of an object key or a header. */
  readonly name?: string;
  /** Size in bytes where it is known beforehand. A source that turns out to be of another size is refused (`source_changed`). */
  readonly sizeBytes?: number;
  /** Lower-case hex SHA-256 where it is known beforehand; other content is refused (`source_changed`) and taken down again. */
  readonly sha256?: string;
  /**
   * Opens the bytes from the start. A chunk is copied before the next one is asked for.
   *
   * @example
   * ```ts
   * import { blobSource } from '@mountsea-suno/hosting';
   *
   * let size = 0;
   * for await (const chunk of blobSource(new Blob(['RIFF'])).open()) size += chunk.length;
   * if (size !== 4) throw new Error('size');
   * ```
   */
  open(): AsyncIterable<Uint8Array>;
}

/**
 * An {@link AudioSource} from a `Blob`, such as a `File` that a browser's file input gives.
 *
 * @param blob The bytes; a `File`'s name is kept.
 * @example
 * ```ts
 * import { blobSource } from '@mountsea-suno/hosting';
 *
 * const source = blobSource(new Blob(['RIFF']));
 * if (source.sizeBytes !== 4) throw new Error('size');
 * ```
 */
export function blobSource(blob: Blob): AudioSource {
  const name: unknown = 'name' in blob ? blob.name : undefined;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    sizeBytes: blob.size,
    open: () => blob.stream(),
  };
}
