/**
 * Keys of an S3-compatible service.
 *
 * @example
 * ```ts
 * import type { S3Credentials } from '@mountsea-suno/hosting/s3';
 *
 * const credentials = (): S3Credentials => ({ accessKeyId: 'AKID', secretAccessKey: process.env.MY_SECRET ?? '' });
 * ```
 */
export interface S3Credentials {
  /** As in `AWS_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
  /** As in `AWS_SECRET_ACCESS_KEY`. It is in no error, log or ref. */
  readonly secretAccessKey: string;
  /** Of temporary credentials; a presigned URL dies with them. */
  readonly sessionToken?: string;
  /** When temporary credentials end, in milliseconds since the epoch, where that is known. */
  readonly expiresAt?: number;
}

/**
 * Where and how {@link s3Host} uploads. `loadS3Options` makes one from the standard AWS environment and files.
 *
 * @example
 * ```ts
 * import type { S3HostOptions } from '@mountsea-suno/hosting/s3';
 *
 * const minio: S3HostOptions = {
 *   bucket: 'songs',
 *   endpoint: 'http://127.0.0.1:9000',
 *   credentials: () => ({ accessKeyId: 'minioadmin', secretAccessKey: process.env.MINIO_SECRET ?? '' }),
 * };
 * ```
 */
export interface S3HostOptions {
  /** The bucket's name. */
  readonly bucket: string;
  /** Called when needed, so that the secret lies in no object that may be printed; temporary credentials are asked for again shortly before they end. */
  readonly credentials: () => S3Credentials | Promise<S3Credentials>;
  /** As in `eu-west-1`. Default: told from the endpoint of R2 and B2, else `us-east-1`. */
  readonly region?: string;
  /** Origin of the service, as in `https://ACCOUNT.r2.cloudflarestorage.com` or `http://127.0.0.1:9000`. Default: AWS in `region`. */
  readonly endpoint?: string;
  /** `path`: `https://host/bucket/key`; `virtual`: `https://bucket.host/key`. Default: virtual on AWS, path elsewhere and for a bucket with a dot. */
  readonly addressing?: 'path' | 'virtual';
  /** Put before each random key, default `mountsea-suno/`. A lifecycle rule on it is a good second net. */
  readonly prefix?: string;
  /** How long the URLs last, in milliseconds: default 12 hours, at most 7 days (the limit of signed URLs). */
  readonly urlLifetimeMs?: number;
  /** Bytes of one part, default 5 MiB, which is also the least that S3 takes. A file of at most one part goes up in one request. */
  readonly partSizeBytes?: number;
  /** Parts in memory and on the way at once, across all files of this host, default 2. Memory used is about this times `partSizeBytes`. */
  readonly concurrency?: number;
  /** Tries of each request, default 6. */
  readonly attempts?: number;
  /** A request is given up (and tried again) when nothing moves for this long, in milliseconds, default 30 s. */
  readonly idleTimeoutMs?: number;
  /** Default: the system's. For tests. */
  readonly clock?: S3Clock;
  /** Uniform in [0, 1), default `Math.random`. For tests. */
  readonly random?: () => number;
}

/**
 * Time as {@link s3Host} sees it.
 *
 * @example
 * ```ts
 * import type { S3Clock } from '@mountsea-suno/hosting/s3';
 *
 * const hurried: S3Clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
 * ```
 */
export interface S3Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after `ms` milliseconds; rejects with `signal.reason`. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}
