export type { S3Clock, S3Credentials, S3HostOptions } from './s3/s3-options.ts';
