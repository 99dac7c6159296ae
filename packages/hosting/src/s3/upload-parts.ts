import { HostingError, isHostingError } from '../hosting-error.ts';
import type { Part, WholeFile } from './read-parts.ts';
import { refusal } from './refusal.ts';
import type { S3Call, S3Client } from './s3-client.ts';
import { completeXml, xmlText } from './s3-xml.ts';
import type { Answer } from './send-request.ts';

/** What uploading one file takes. */
export interface PartUpload {
  readonly client: S3Client;
  readonly key: string;
  readonly contentType: string;
  readonly signal: AbortSignal;
  /** Aborts `signal`: one part has failed for good. */
  readonly stop: (error: unknown) => void;
  /** Told how many bytes left; negative when they have to be sent again. */
  readonly onSent: (bytes: number) => void;
  /** Told when something may be stored. */
  readonly onStored: () => void;
}

/** Uploads a file that fits into one part. */
export async function uploadOne(upload: PartUpload, part: Part): Promise<void> {
  const { client, key, contentType, onStored: onActed } = upload;
  const headers = { 'content-type': contentType };
  await client.call({ operation: 's3.putObject', method: 'PUT', key, headers, onActed, ...bodyOf(upload, part) });
}

/** Begins a multipart upload and gives its id. */
export async function beginUpload({ client, key, contentType, signal, onStored: onActed }: PartUpload): Promise<string> {
  const operation = 's3.createMultipartUpload';
  const headers = { 'content-type': contentType };
  const query = { uploads: '' };
  const { text, status } = await client.call({ operation, method: 'POST', key, query, headers, signal, onActed });
  const uploadId = xmlText(text, 'UploadId');
  if (!uploadId) throw new HostingError('host_rejected', 'The host gave no upload id.', { operation, status, attempts: 1 });
  return uploadId;
}

/**
 * Uploads all parts, as many at once as there are buffers to read them into, and puts them together.
 * Stops at the first part that fails for good; settles when no request is under way any more.
 */
export async function uploadMany(
  upload: PartUpload,
  uploadId: string,
  first: Part,
  rest: AsyncIterable<Part>,
): Promise<WholeFile> {
  const etags: string[] = [];
  const underWay: Promise<void>[] = [];
  const start = (part: Part): void => {
    const sending = uploadPart(upload, uploadId, part).then((etag) => {
      etags[part.number - 1] = etag;
    });
    underWay.push(sending.catch(upload.stop).finally(part.release));
  };

  start(first);
  let whole = first.whole;
  try {
    for await (const part of rest) {
      start(part);
      whole = part.whole;
    }
  } catch (error) {
    upload.stop(error);
  }
  await Promise.all(underWay);
  upload.signal.throwIfAborted();
  if (!whole) throw new Error('the last part says what the whole is');
  await completeUpload(upload, uploadId, etags, whole.sizeBytes);
  return whole;
}

async function uploadPart(upload: PartUpload, uploadId: string, part: Part): Promise<string> {
  const query = { partNumber: String(part.number), uploadId };
  const answer = await upload.client.call({
    operation: 's3.uploadPart',
    method: 'PUT',
    key: upload.key,
    query,
    ...bodyOf(upload, part),
  });
  return answer.headers.etag ?? '';
}

/** The body with its checksums: the host has to check the signed SHA-256, and what it says it got (its ETag) is checked here. */
function bodyOf({ signal, onSent }: PartUpload, part: Part): Pick<S3Call, 'body' | 'sha256' | 'check' | 'signal' | 'onSent'> {
  const check = ({ headers, status }: Answer, attempts: number): void => {
    const got = /^"?([\da-f]{32})"?$/.exec(headers.etag ?? '')?.[1];
    if (got && got !== part.md5 && !isEncryptedByKey(headers)) {
      throw new HostingError('checksum_mismatch', `The host got other bytes than part ${part.number} has.`, { status, attempts });
    }
  };
  return { body: part.bytes, sha256: part.sha256, check, signal, onSent };
}

/** With a key of KMS or of the customer, an ETag is no MD5 of the content. */
function isEncryptedByKey(headers: Answer['headers']): boolean {
  return (
    String(headers['x-amz-server-side-encryption'] ?? '').startsWith('aws:kms') ||
    headers['x-amz-server-side-encryption-customer-algorithm'] !== undefined
  );
}

async function completeUpload(
  { client, key, signal }: PartUpload,
  uploadId: string,
  etags: string[],
  sizeBytes: number,
): Promise<void> {
  const operation = 's3.completeMultipartUpload';
  const body = Buffer.from(completeXml(etags));
  // This call can fail with status 200.
  const check = (answer: Answer, attempts: number): void => {
    if (/<Error>/.test(answer.text)) throw refusal(operation, answer, attempts);
  };
  try {
    await client.call({ operation, method: 'POST', key, query: { uploadId }, body, signal, check });
  } catch (error) {
    // When the first answer was lost, the upload is gone at the second try, and the object may be there.
    if (!isHostingError(error) || error.attempts < 2) throw error;
    const { headers, status } = await client.call({ operation: 's3.headObject', method: 'HEAD', key, signal, accept: [404] });
    if (status === 404 || Number(headers['content-length']) !== sizeBytes) throw error;
  }
}
