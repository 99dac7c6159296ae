import { randomUUID } from 'node:crypto';
import type { AudioHost, HostRef } from '../audio-host.ts';
import { HostingError, isHostingError } from '../hosting-error.ts';
import { type AudioKind, sniffAudio } from '../sniff-audio.ts';
import { partPool } from './part-pool.ts';
import { type Part, readParts, type WholeFile } from './read-parts.ts';
import { type S3Client, s3Client } from './s3-client.ts';
import { s3Location } from './s3-location.ts';
import type { S3HostOptions } from './s3-options.ts';
import { ownRef, type S3Ref } from './s3-ref.ts';
import { xmlElements, xmlText } from './s3-xml.ts';
import { beginUpload, type PartUpload, uploadMany, uploadOne } from './upload-parts.ts';

const hourMs = 3_600_000;
const mib = 1024 * 1024;
/** How long the cleanup after a failed upload may take. */
const cleanupTimeoutMs = 2_000;

/**
 * Hosts audio files in a bucket of any S3-compatible service (AWS, R2, B2, MinIO, …) and gives presigned URLs.
 *
 * It takes about `concurrency × partSizeBytes` (10 MiB) of memory, however many files there are and however large they are. The service has to check
 * the signed SHA-256 of each part, and the host checks each ETag that is an MD5. Before it returns a URL, it reads from it. The bucket can stay private.
 * It needs the permissions `s3:PutObject`, `s3:GetObject`, `s3:DeleteObject`, `s3:AbortMultipartUpload`, and better also
 * `s3:ListBucketMultipartUploads`.
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
    throw wrong('prefix must consist of letters, digits and _ . / -');
  if (!(urlLifetimeMs >= 60_000 && urlLifetimeMs <= 7 * 24 * hourMs))
    throw wrong('urlLifetimeMs must be from one minute to 7 days');
  if (!(partSizeBytes >= 5 * mib && partSizeBytes <= 5 * 1024 * mib)) throw wrong('partSizeBytes must be from 5 MiB to 5 GiB');
  if (!(concurrency >= 1)) throw wrong('concurrency must be 1 or more');
  const client = s3Client(location, options);
  const pool = partPool(partSizeBytes, concurrency);
  /** Ids of refs for which the host cannot have stored anything, so there is nothing to remove. */
  const neverStored = new Set<string>();

  const newRef = (audio: AudioKind | undefined, first: Part): S3Ref => {
    const id = randomUUID();
    const key = `${prefix}${id}${audio ? `.${audio.extension}` : ''}`;
    return { kind: 's3', id, ...location, key, parts: first.whole ? 'one' : 'many' };
  };

  /** Reads from the URL, because otherwise a URL that does not work would only be noticed when the training fails. */
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
    let mayBeStored = false;
    const onMaybeStored = (): void => {
      mayBeStored = true;
    };
    let sentBytes = 0;
    const onSent = (bytes: number): void => {
      sentBytes += bytes;
      if (bytes !== 0) onProgress?.({ sentBytes, ...totalBytes });
    };

    const parts = readParts(source, pool, signal);
    let first: Part | undefined;
    let ref: HostRef | undefined;
    const announce = async (next: HostRef): Promise<void> => {
      await onRef?.(next);
      ref = next;
    };
    try {
      first = (await parts.next()).value as Part;
      const audio = sniffAudio(first.bytes);
      const contentType = audio?.contentType ?? 'application/octet-stream';
      const target = newRef(audio, first);
      await announce(target);
      const { key } = target;
      const upload: PartUpload = { client, key, contentType, signal, stop: (error) => stop.abort(error), onSent, onMaybeStored };
      let whole: WholeFile | undefined = first.whole;
      if (whole) {
        await uploadOne(upload, first);
        first.release();
      } else {
        const uploadId = await beginUpload(upload);
        ref = { ...target, uploadId };
        await announce(ref);
        whole = await uploadMany(upload, uploadId, first, parts);
      }
      const { url, expiresAt } = await client.presign(key, urlLifetimeMs);
      await checkUrl(url, whole.sizeBytes, signal);
      // The object is one piece now, even if it was uploaded in many.
      return { url: url.href, expiresAt, ref: { ...target, parts: 'one' }, ...whole, contentType };
    } catch (error) {
      stop.abort(error);
      if (ref && !mayBeStored) neverStored.add(ref.id);
      else if (ref) await remove(ref, { signal: AbortSignal.timeout(cleanupTimeoutMs) }).catch(() => undefined);
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

/** Deletes an object and aborts every upload of its key that was not completed. It succeeds when nothing is there. */
async function removeObject(client: S3Client, ref: S3Ref, signal?: AbortSignal): Promise<void> {
  const { key, uploadId } = ref;
  if (ref.parts === 'many') {
    const uploadIds = uploadId ? [uploadId] : await listUploads(client, key, signal);
    for (const id of uploadIds) {
      const query = { uploadId: id };
      await client.call({ operation: 's3.abortMultipartUpload', method: 'DELETE', key, query, accept: [404], signal });
    }
  }
  await client.call({ operation: 's3.deleteObject', method: 'DELETE', key, accept: [404], signal });
}

/** The uploads of a key whose ids were lost in a crash. None can be found when the host does not list uploads, or does not allow it to these credentials. */
async function listUploads(client: S3Client, key: string, signal?: AbortSignal): Promise<string[]> {
  const query = { uploads: '', prefix: key };
  try {
    const { text } = await client.call({ operation: 's3.listMultipartUploads', method: 'GET', query, signal });
    const uploads = xmlElements(text, 'Upload').filter((upload) => xmlText(upload, 'Key') === key);
    return uploads.flatMap((upload) => xmlText(upload, 'UploadId') ?? []);
  } catch (error) {
    const { hostCode, status = 0 }: Partial<HostingError> = isHostingError(error) ? error : {};
    if (hostCode === 'AccessDenied' || status === 405 || status === 501) return [];
    throw error;
  }
}

function wrong(message: string): HostingError {
  return new HostingError('host_configuration', `${message}.`);
}
