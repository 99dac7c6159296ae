import type { HostRef } from '../audio-host.ts';
import { HostingError } from '../hosting-error.ts';
import type { S3Location } from './s3-location.ts';

/** The ref of an S3 host: enough to find the object, or an unfinished upload of it, from another process. */
export interface S3Ref extends HostRef {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly addressing: 'path' | 'virtual';
  readonly key: string;
  /** `many`: a multipart upload; its `uploadId` is missing until the host has given it. */
  readonly parts: 'one' | 'many';
}

/** Whether a ref is one of an S3 host. */
export function isS3Ref(ref: HostRef): ref is S3Ref {
  const names = ['endpoint', 'region', 'bucket', 'addressing', 'key', 'parts'];
  return ref.kind === 's3' && names.every((name) => typeof ref[name] === 'string');
}

/** The ref as one of this host; throws `host_mismatch` when it names a file elsewhere. */
export function ownRef(ref: HostRef, location: S3Location): S3Ref {
  if (!isS3Ref(ref))
    throw new HostingError('host_mismatch', `A ref of kind ${JSON.stringify(ref.kind)} does not name a file of an S3 host.`);
  if (ref.endpoint !== location.endpoint || ref.bucket !== location.bucket) {
    throw new HostingError(
      'host_mismatch',
      `The file is in the bucket ${ref.bucket} at ${ref.endpoint}, not in ${location.bucket} at ${location.endpoint}.`,
    );
  }
  return ref;
}
