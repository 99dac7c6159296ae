import type { HostRef } from '../audio-host.ts';
import { HostingError } from '../hosting-error.ts';
import type { S3Location } from './s3-location.ts';

/** What an S3 host's ref holds: enough to find the object, and a half-done upload of it, from another process. */
export interface S3Ref extends HostRef {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly addressing: 'path' | 'virtual';
  readonly key: string;
  /** `many`: a multipart upload; its `uploadId` is missing until the host has answered. */
  readonly parts: 'one' | 'many';
}

export function isS3Ref(ref: HostRef): ref is S3Ref {
  const names = ['endpoint', 'region', 'bucket', 'addressing', 'key', 'parts'];
  return ref.kind === 's3' && names.every((name) => typeof ref[name] === 'string');
}

/** The ref, if it lies where this host is. */
export function ownRef(ref: HostRef, location: S3Location): S3Ref {
  if (!isS3Ref(ref))
    throw new HostingError('host_mismatch', `A ref of kind ${JSON.stringify(ref.kind)} names no file of an S3 host.`);
  if (ref.endpoint !== location.endpoint || ref.bucket !== location.bucket) {
    throw new HostingError(
      'host_mismatch',
      `The file lies in bucket ${ref.bucket} at ${ref.endpoint}, not in ${location.bucket} at ${location.endpoint}.`,
    );
  }
  return ref;
}
