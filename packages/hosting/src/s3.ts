export type { Clock } from '@mountsea-suno/internal';
export { type LoadS3Options, loadS3Options, s3HostFor } from './s3/load-s3-options.ts';
export { s3Host } from './s3/s3-host.ts';
export type { S3Credentials, S3HostOptions } from './s3/s3-options.ts';
