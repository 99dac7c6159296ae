import type { AudioSource } from './audio-source.ts';

/**
 * A place that serves audio files under public URLs for a while. The API takes URLs only; a host turns a file into one.
 *
 * `s3Host` (`./s3`) makes one, and any object of this shape is one.
 *
 * @example
 * ```ts
 * import { type AudioHost, blobSource } from '@mountsea-suno/hosting';
 *
 * // A host of your own: here a map stands in for a server.
 * const files = new Map<string, Uint8Array[]>();
 * const host: AudioHost = {
 *   describe: () => ({ kind: 'map', place: 'memory', urlLifetimeMs: 3_600_000 }),
 *   async put(source, { onRef } = {}) {
 *     const ref = { kind: 'map', id: crypto.randomUUID() };
 *     await onRef?.(ref);
 *     const chunks: Uint8Array[] = [];
 *     for await (const chunk of source.open()) chunks.push(new Uint8Array(chunk));
 *     files.set(ref.id, chunks);
 *     const sizeBytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
 *     const url = `https://files.example/${ref.id}`;
 *     return { url, expiresAt: Date.now() + 3_600_000, ref, sizeBytes, sha256: '', contentType: 'audio/wav' };
 *   },
 *   async remove(ref) {
 *     files.delete(ref.id);
 *   },
 * };
 * const { ref } = await host.put(blobSource(new Blob(['RIFF'])));
 * await host.remove(ref);
 * if (files.size !== 0) throw new Error('still there');
 * ```
 */
export interface AudioHost {
  /** Says where this host puts files, without secrets. */
  describe(): HostDescription;
  /**
   * Uploads one file and gives a URL that anybody can read until `expiresAt`.
   *
   * Rejects with a `HostingError`, or with `signal.reason` after an abort. By then the host has deleted what was uploaded, where that was possible;
   * to make sure, call `remove(ref)` with the ref that `onRef` was given.
   */
  put(source: AudioSource, options?: PutOptions): Promise<HostedAudio>;
  /**
   * Deletes what a ref names: the file, and an unfinished upload of it. It succeeds when nothing is there, so it can be repeated.
   *
   * Rejects with a `HostingError` (`host_mismatch` for a ref of another place).
   */
  remove(ref: HostRef, options?: RemoveOptions): Promise<void>;
}

/** What an {@link AudioHost} says of itself: plain JSON without secrets. */
export interface HostDescription {
  /** `s3`, or the name of another kind of host. */
  readonly kind: string;
  /** The place, written for people, as in `s3://bucket/prefix at https://host`. */
  readonly place: string;
  /** How long a URL lasts, in milliseconds. */
  readonly urlLifetimeMs: number;
}

/** Names a file on a host, so that it can be deleted later, also by another process: plain JSON without secrets and without the URL. */
export interface HostRef {
  /** The kind of the host that made it, as in `s3`. */
  readonly kind: string;
  /** Random and unique among all refs; it matches `[a-z0-9-]+`. */
  readonly id: string;
  /** What else this kind of host needs to find the file. */
  readonly [detail: string]: string;
}

/**
 * How to put one file.
 *
 * @example
 * ```ts
 * import type { PutOptions } from '@mountsea-suno/hosting';
 *
 * const options: PutOptions = {
 *   signal: AbortSignal.timeout(600_000),
 *   onProgress: ({ sentBytes, totalBytes }) => process.stderr.write(`${sentBytes} of ${totalBytes ?? '?'} bytes\n`),
 * };
 * ```
 */
export interface PutOptions {
  /** Stops the upload and deletes what was uploaded; `put` then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called as bytes leave. When a part has to be sent again, `sentBytes` goes down by that part. */
  readonly onProgress?: ((progress: HostProgress) => void) | undefined;
  /**
   * Called, and awaited, before the host first stores anything, and again when it knows more (an upload id). Whoever saves the ref here can delete
   * the file even after a crash; `journaledHost` does it.
   */
  readonly onRef?: ((ref: HostRef) => void | Promise<void>) | undefined;
}

/**
 * How to remove one file.
 *
 * @example
 * ```ts
 * import type { RemoveOptions } from '@mountsea-suno/hosting';
 *
 * const options: RemoveOptions = { signal: AbortSignal.timeout(10_000) };
 * ```
 */
export interface RemoveOptions {
  /** Stops the call, which then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How much of one file has been sent. */
export interface HostProgress {
  /** Bytes that have left so far. */
  readonly sentBytes: number;
  /** Missing while the size of the source is not known. */
  readonly totalBytes?: number | undefined;
}

/** A file that a host serves. */
export interface HostedAudio {
  /** Whoever has it can read the file: treat it like a password until it expires. */
  readonly url: string;
  /** When the URL stops working, in milliseconds since the epoch. */
  readonly expiresAt: number;
  /** What `remove` needs to delete the file. */
  readonly ref: HostRef;
  /** How many bytes were sent. */
  readonly sizeBytes: number;
  /** The SHA-256 of the bytes that were sent, in lower-case hex. */
  readonly sha256: string;
  /** The media type by the first bytes, as in `audio/mpeg`; `application/octet-stream` when they are not of a known audio format. */
  readonly contentType: string;
}
