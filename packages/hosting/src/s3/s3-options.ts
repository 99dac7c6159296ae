import type { Clock } from '@mountsea-suno/internal';

/** The keys of an S3-compatible service. */
export interface S3Credentials {
  /** The value of `AWS_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
  /** The value of `AWS_SECRET_ACCESS_KEY`. It appears in no error, log or ref. */
  readonly secretAccessKey: string;
  /** Temporary credentials have one. A presigned URL stops working when they end. */
  readonly sessionToken?: string | undefined;
  /** When temporary credentials end, in milliseconds since the epoch, if that is known. */
  readonly expiresAt?: number | undefined;
}

/**
 * Where and how {@link s3Host} uploads. `loadS3Options` reads them from the standard AWS environment and files.
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
  /** A function, so that no object that may be printed holds the secret. It is called again shortly before temporary credentials end. */
  readonly credentials: () => S3Credentials | Promise<S3Credentials>;
  /** The region, as in `eu-west-1`. By default it follows from the endpoint of R2 and B2, and is `us-east-1` elsewhere. */
  readonly region?: string | undefined;
  /** The origin of the service, as in `https://ACCOUNT.r2.cloudflarestorage.com` or `http://127.0.0.1:9000`. Default: AWS in `region`. */
  readonly endpoint?: string | undefined;
  /** `path`: `https://host/bucket/key`; `virtual`: `https://bucket.host/key`. Default: virtual on AWS, path elsewhere and for a bucket with a dot. */
  readonly addressing?: 'path' | 'virtual' | undefined;
  /** Stands before each random key, default `mountsea-suno/`. A lifecycle rule on it can delete what a crash leaves behind. */
  readonly prefix?: string | undefined;
  /** How long the URLs last, in milliseconds: default 12 hours, at most 7 days (the limit of signed URLs). */
  readonly urlLifetimeMs?: number | undefined;
  /** The size of one part in bytes, default 5 MiB, which is also the least that S3 takes. A file of at most one part is uploaded in one request. */
  readonly partSizeBytes?: number | undefined;
  /** How many parts are in memory and on their way at once, across all files of this host, default 2. Memory used is about this times `partSizeBytes`. */
  readonly concurrency?: number | undefined;
  /** How many times each request is tried, default 6. */
  readonly attempts?: number | undefined;
  /** When no byte moves for this long, in milliseconds, a request is abandoned and tried again. Default: 30 s. */
  readonly idleTimeoutMs?: number | undefined;
  /** The source of time, which a test may replace. Default: the clock of the machine. */
  readonly clock?: Clock | undefined;
  /** Gives numbers in [0, 1) for the random part of the waits, default `Math.random`. */
  readonly random?: (() => number) | undefined;
}
