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
  /** Shown to people. It never becomes part of an object key or a header. */
  readonly name?: string | undefined;
  /** The size in bytes, if it is known beforehand. The host refuses a source of another size (`source_changed`). */
  readonly sizeBytes?: number | undefined;
  /** The SHA-256 in lower-case hex, if it is known beforehand. The host refuses other content (`source_changed`) and deletes what it has of it. */
  readonly sha256?: string | undefined;
  /** Opens the bytes from the start. Whoever reads copies a chunk before it asks for the next one. */
  open(): AsyncIterable<Uint8Array>;
}

/**
 * An {@link AudioSource} from a `Blob`, such as a `File` that a browser's file input gives.
 *
 * @param blob The bytes; the name of a `File` is kept.
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
  return { name: typeof name === 'string' ? name : undefined, sizeBytes: blob.size, open: () => blob.stream() };
}
