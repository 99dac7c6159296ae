import { randomUUID } from 'node:crypto';
import type { AudioHost, HostRef } from '../audio-host.ts';
import { HostingError } from '../hosting-error.ts';
import { type AudioKind, sniffAudio } from '../sniff-audio.ts';
import { partPool } from './part-pool.ts';
import { type Part, readParts, type WholeFile } from './read-parts.ts';
import { removeObject } from './remove-object.ts';
import { s3Client } from './s3-client.ts';
import { s3Location } from './s3-location.ts';
import type { S3HostOptions } from './s3-options.ts';
import { ownRef, type S3Ref } from './s3-ref.ts';
import { beginUpload, type PartUpload, uploadMany, uploadOne } from './upload-parts.ts';

const hourMs = 3_600_000;
const mib = 1024 * 1024;
/** How long the leftovers of a failed upload are tried to be removed. */
const tidyTimeoutMs = 2_000;

/**
 * Hosts audio files in a bucket of any S3-compatible service (AWS, R2, B2, MinIO, …) and gives presigned URLs.
 *
 * Memory stays at about `concurrency × partSizeBytes` (10 MiB), however many files there are and however large they are. Each part goes out under
 * its signed SHA-256, which the service has to check, and its ETag is checked here where it is an MD5. Before a URL is given, it has been fetched
 * from. The bucket can stay private. Needed permissions: `s3:PutObject`, `s3:GetObject`, `s3:DeleteObject`, `s3:AbortMultipartUpload`, and
 * better also `s3:ListBucketMultipartUploads`.
 *
 * @param options Bucket, credentials and limits; `loadS3Options` takes them from the standard AWS environment and files.
 * @returns The host. Throws a `HostingError` (`host_configuration`) for options that cannot be right.
 * @example
 * ```ts
 * import { s3Host } from '@mountsea-suno/hosting/s3';
 *
 * const host = s3Host({
 *   bucket: 'songs',
 *   endpoint: 'http://127.0.0.1:9000',
 *   credentials: () => ({ accessKeyId: 'minioadmin', secretAccessKey: process.env.MINIO_SECRET ?? '' }),
 * });
 * if (host.describe().place !== 's3://songs/mountsea-suno/ at http://127.0.0.1:9000') throw new Error('place');
 * ```
 */
export function s3Host(options: S3HostOptions): AudioHost {
  const { prefix = 'mountsea-suno/', urlLifetimeMs = 12 * hourMs, partSizeBytes = 5 * mib, concurrency = 2 } = options;
  const location = s3Location(options);
  if (!/^[\w./-]*$/.test(prefix) || prefix.split('/').some((part) => /^\.\.?$/.test(part)))
    throw wrong('prefix: letters, digits and _ . / - only');
  if (!(urlLifetimeMs >= 60_000 && urlLifetimeMs <= 7 * 24 * hourMs)) throw wrong('urlLifetimeMs: from one minute to 7 days');
  if (!(partSizeBytes >= 5 * mib && partSizeBytes <= 5 * 1024 * mib)) throw wrong('partSizeBytes: from 5 MiB to 5 GiB');
  if (!(concurrency >= 1)) throw wrong('concurrency: 1 or more');
  const client = s3Client(location, options);
  const pool = partPool(partSizeBytes, concurrency);
  /** Ids of which nothing can be there: whoever refuses the upload, or cannot be reached, would not take the removal either. */
  const neverStored = new Set<string>();

  const newRef = (audio: AudioKind | undefined, first: Part): S3Ref => {
    const id = randomUUID();
    const key = `${prefix}${id}${audio ? `.${audio.extension}` : ''}`;
    return { kind: 's3', id, ...location, key, parts: first.whole ? 'one' : 'many' };
  };

  /** A URL that does not work would only come out when the training fails. */
  const checkUrl = async (url: URL, sizeBytes: number, signal: AbortSignal): Promise<void> => {
    const { headers } = await client.probe(url, { range: 'bytes=0-1' }, signal);
    const size = /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1] ?? headers['content-length'];
    if (Number(size) !== sizeBytes)
      throw new HostingError('checksum_mismatch', `The host serves ${size} bytes of a file of ${sizeBytes}.`);
  };

  const put: AudioHost['put'] = async (source, { signal: given, onProgress, onRef } = {}) => {
    const stop = new AbortController();
    const signal = given ? AbortSignal.any([given, stop.signal]) : stop.signal;
    signal.throwIfAborted();
    const totalBytes = source.sizeBytes === undefined ? {} : { totalBytes: source.sizeBytes };
    let isStored = false;
    const onStored = (): void => {
      isStored = true;
    };
    let sentBytes = 0;
    const onSent = (bytes: number): void => {
      sentBytes += bytes;
      if (bytes !== 0) onProgress?.({ sentBytes, ...totalBytes });
    };

    const parts = readParts(source, pool, signal);
    let first: Part | undefined;
    let ref: HostRef | undefined;
    const tell = async (next: HostRef): Promise<void> => {
      await onRef?.(next);
      ref = next;
    };
    try {
      first = (await parts.next()).value as Part;
      const audio = sniffAudio(first.bytes);
      const contentType = audio?.contentType ?? 'application/octet-stream';
      const target = newRef(audio, first);
      await tell(target);
      const { key } = target;
      const upload: PartUpload = { client, key, contentType, signal, stop: (error) => stop.abort(error), onSent, onStored };
      let whole: WholeFile | undefined = first.whole;
      if (whole) {
        await uploadOne(upload, first);
        first.release();
      } else {
        const uploadId = await beginUpload(upload);
        ref = { ...target, uploadId };
        await tell(ref);
        whole = await uploadMany(upload, uploadId, first, parts);
      }
      const { url, expiresAt } = await client.presign(key, urlLifetimeMs);
      await checkUrl(url, whole.sizeBytes, signal);
      // In one piece now, also if it came in many.
      return { url: url.href, expiresAt, ref: { ...target, parts: 'one' }, ...whole, contentType };
    } catch (error) {
      stop.abort(error);
      if (ref && !isStored) neverStored.add(ref.id);
      else if (ref) await remove(ref, { signal: AbortSignal.timeout(tidyTimeoutMs) }).catch(() => undefined);
      throw signal.reason;
    } finally {
      first?.release();
      void parts.return().catch(() => undefined);
    }
  };

  const remove: AudioHost['remove'] = async (ref, { signal } = {}) => {
    const own = ownRef(ref, location);
    if (!neverStored.has(own.id)) await removeObject(client, own, signal);
  };

  const place = `s3://${location.bucket}/${prefix} at ${location.endpoint}`;
  return { describe: () => ({ kind: 's3', place, urlLifetimeMs }), put, remove };
}

function wrong(message: string): HostingError {
  return new HostingError('host_configuration', `Not valid: ${message}.`);
}
