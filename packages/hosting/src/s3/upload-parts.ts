import { HostingError, isHostingError } from '../hosting-error.ts';
import type { Part, WholeFile } from './read-parts.ts';
import { refusal } from './refusal.ts';
import type { S3Call, S3Client } from './s3-client.ts';
import { completeXml, xmlText } from './s3-xml.ts';
import type { HttpResponse } from './send-request.ts';

/** The upload of one file: its target and its listeners. */
export interface PartUpload {
  readonly client: S3Client;
  readonly key: string;
  readonly contentType: string;
  readonly signal: AbortSignal;
  /** Aborts `signal`, because one part has failed for good. */
  readonly stop: (error: unknown) => void;
  /** Called with the number of bytes that left; it is negative when they have to be sent again. */
  readonly onSent: (bytes: number) => void;
  /** Called when the host may have stored something. */
  readonly onMaybeStored: () => void;
}

/** Uploads a file that fits into one part. */
export async function uploadOne(upload: PartUpload, part: Part): Promise<void> {
  const { client, key, contentType, onMaybeStored } = upload;
  const headers = { 'content-type': contentType };
  await client.call({
    operation: 's3.putObject',
    method: 'PUT',
    key,
    headers,
    onMaybeDone: onMaybeStored,
    ...bodyOf(upload, part),
  });
}

/** Begins a multipart upload and returns its id. */
export async function beginUpload({ client, key, contentType, signal, onMaybeStored }: PartUpload): Promise<string> {
  const operation = 's3.createMultipartUpload';
  const headers = { 'content-type': contentType };
  const query = { uploads: '' };
  const { text, status } = await client.call({
    operation,
    method: 'POST',
    key,
    query,
    headers,
    signal,
    onMaybeDone: onMaybeStored,
  });
  const uploadId = xmlText(text, 'UploadId');
  if (!uploadId)
    throw new HostingError('host_rejected', 'The host did not give an upload id.', { operation, status, attempts: 1 });
  return uploadId;
}

/**
 * Uploads all parts, as many at once as there are buffers to read them into, and completes the upload. It stops at the first part that fails for good,
 * and returns when no request is under way any more.
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
  if (!whole) throw new Error('the last part did not describe the whole file');
  await completeUpload(upload, uploadId, etags, whole.sizeBytes);
  return whole;
}

async function uploadPart(upload: PartUpload, uploadId: string, part: Part): Promise<string> {
  const query = { partNumber: String(part.number), uploadId };
  const { headers } = await upload.client.call({
    operation: 's3.uploadPart',
    method: 'PUT',
    key: upload.key,
    query,
    ...bodyOf(upload, part),
  });
  return headers.etag ?? '';
}

/** The body with its checksums: the host has to check the signed SHA-256, and `check` compares the ETag, which says what the host received. */
function bodyOf({ signal, onSent }: PartUpload, part: Part): Pick<S3Call, 'body' | 'sha256' | 'check' | 'signal' | 'onSent'> {
  const check = ({ headers, status }: HttpResponse, attempts: number): void => {
    const got = /^"?([\da-f]{32})"?$/.exec(headers.etag ?? '')?.[1];
    if (got && got !== part.md5 && !isEncryptedByKey(headers)) {
      throw new HostingError('checksum_mismatch', `The host received other bytes than part ${part.number} has.`, {
        status,
        attempts,
      });
    }
  };
  return { body: part.bytes, sha256: part.sha256, check, signal, onSent };
}

/** When the content is encrypted with a key of KMS or of the customer, its ETag is not its MD5. */
function isEncryptedByKey(headers: HttpResponse['headers']): boolean {
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
  // This call can fail even with status 200.
  const check = (response: HttpResponse, attempts: number): void => {
    if (/<Error>/.test(response.text)) throw refusal(operation, response, attempts);
  };
  try {
    await client.call({ operation, method: 'POST', key, query: { uploadId }, body, signal, check });
  } catch (error) {
    // When the first response was lost, the second attempt does not find the upload any more, but the object may exist.
    if (!isHostingError(error) || error.attempts < 2) throw error;
    const { headers, status } = await client.call({ operation: 's3.headObject', method: 'HEAD', key, signal, accept: [404] });
    if (status === 404 || Number(headers['content-length']) !== sizeBytes) throw error;
  }
}
