import { type HostingError, isHostingError } from '../hosting-error.ts';
import type { S3Client } from './s3-client.ts';
import type { S3Ref } from './s3-ref.ts';
import { xmlElements, xmlText } from './s3-xml.ts';

/** Deletes an object and gives up every upload of its key that was not completed. Nothing there is fine. */
export async function removeObject(client: S3Client, ref: S3Ref, signal?: AbortSignal): Promise<void> {
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

/** The uploads of a key whose ids were lost in a crash. Where the host does not list them, or not for us, nothing more can be done from here. */
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
