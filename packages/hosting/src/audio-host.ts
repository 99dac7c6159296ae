import type { AudioSource } from './audio-source.ts';

/**
 * A place that serves audio files under public URLs for a while. The API takes URLs only; a host turns a file into one.
 *
 * `s3Host` (`./s3`) is one; any object of this shape is another.
 *
 * @example
 * ```ts
 * import { type AudioHost, blobSource } from '@mountsea-suno/hosting';
 *
 * // A host of one's own: here a map in place of a server.
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
  /**
   * Where this host puts files, as plain JSON without secrets.
   *
   * @example
   * ```ts
   * import type { AudioHost } from '@mountsea-suno/hosting';
   *
   * const tell = (host: AudioHost) => process.stderr.write(`to ${host.describe().place}\n`);
   * ```
   */
  describe(): HostDescription;
  /**
   * Uploads one file and gives a URL that anybody can read until `expiresAt`.
   *
   * Rejects with a `HostingError`, or with `signal.reason` after an abort. Whatever was uploaded by then has been taken down where
   * that was possible; `remove(ref)` with the ref that `onRef` saw makes sure.
   *
   * @example
   * ```ts
   * import { type AudioHost, blobSource } from '@mountsea-suno/hosting';
   *
   * const up = async (host: AudioHost, song: Blob): Promise<string> => (await host.put(blobSource(song))).url;
   * ```
   */
  put(source: AudioSource, options?: PutOptions): Promise<HostedAudio>;
  /**
   * Takes down what a ref names: the file, and a half-done upload of it. Nothing there counts as done, so it can be repeated.
   *
   * Rejects with a `HostingError` (`host_mismatch` for a ref of another place).
   *
   * @example
   * ```ts
   * import type { AudioHost, HostedAudio } from '@mountsea-suno/hosting';
   *
   * const down = (host: AudioHost, { ref }: HostedAudio): Promise<void> => host.remove(ref);
   * ```
   */
  remove(ref: HostRef, options?: RemoveOptions): Promise<void>;
}

/**
 * What an {@link AudioHost} says of itself; plain JSON without secrets.
 *
 * @example
 * ```ts
 * import type { HostDescription } from '@mountsea-suno/hosting';
 *
 * const there: HostDescription = { kind: 's3', place: 's3://songs/ at https://s3.eu-west-1.amazonaws.com', urlLifetimeMs: 43_200_000 };
 * ```
 */
export interface HostDescription {
  /** `s3`, or the name of another kind of host. */
  readonly kind: string;
  /** For people: the place, as in `s3://bucket/prefix at https://host`. */
  readonly place: string;
  /** How long a URL lasts, in milliseconds. */
  readonly urlLifetimeMs: number;
}

/**
 * Names what a host holds, so that it can be taken down later, also by another process: plain JSON without secrets and without the URL.
 *
 * @example
 * ```ts
 * import type { HostRef } from '@mountsea-suno/hosting';
 *
 * const ref: HostRef = { kind: 's3', id: '5f0c1a', endpoint: 'https://s3.example', bucket: 'songs', key: 'mountsea-suno/5f0c1a.mp3' };
 * const copy: HostRef = JSON.parse(JSON.stringify(ref));
 * ```
 */
export interface HostRef {
  /** Of the host that made it, as in `s3`. */
  readonly kind: string;
  /** Random, unique among all refs; matches `[a-z0-9-]+`. */
  readonly id: string;
  /** What else the kind of host needs to find it. */
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
  /** Stops the upload and takes down what is up; `put` rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Called as bytes leave. A repeated part lowers `sentBytes` again. */
  readonly onProgress?: (progress: HostProgress) => void;
  /**
   * Called, and awaited, before the host first holds anything, and again when more is known of it (an upload id). Saving the ref here
   * is what makes a crash clean up; `journaledHost` does it.
   */
  readonly onRef?: (ref: HostRef) => void | Promise<void>;
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
  /** Stops the call, which rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * How far one file is.
 *
 * @example
 * ```ts
 * import type { HostProgress } from '@mountsea-suno/hosting';
 *
 * const percent = ({ sentBytes, totalBytes }: HostProgress) => (totalBytes ? Math.floor((100 * sentBytes) / totalBytes) : undefined);
 * if (percent({ sentBytes: 1, totalBytes: 4 }) !== 25) throw new Error('percent');
 * ```
 */
export interface HostProgress {
  /** Bytes that have left so far. */
  readonly sentBytes: number;
  /** Missing while the size of the source is not known. */
  readonly totalBytes?: number;
}

/**
 * A file that is up.
 *
 * @example
 * ```ts
 * import type { HostedAudio } from '@mountsea-suno/hosting';
 *
 * const outlives = (audio: HostedAudio, trainingMs: number) => audio.expiresAt > Date.now() + trainingMs;
 * ```
 */
export interface HostedAudio {
  /** Readable by anybody who has it: treat it like a password until it expires. */
  readonly url: string;
  /** When the URL stops working, in milliseconds since the epoch. */
  readonly expiresAt: number;
  /** With this, `remove` takes the file down. */
  readonly ref: HostRef;
  /** Bytes that were sent. */
  readonly sizeBytes: number;
  /** Of the bytes that were sent, lower-case hex. */
  readonly sha256: string;
  /** By the file's first bytes, as in `audio/mpeg`; `application/octet-stream` where they are of no known audio format. */
  readonly contentType: string;
}
