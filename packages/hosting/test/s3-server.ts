import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3HostOptions } from '../src/s3.ts';
import { bucket, secret } from './s3-server-names.ts';

/** A real S3 server (s3rver) on a free port of the loopback interface, over a directory of its own. */
export interface S3Server {
  readonly endpoint: string;
  /** Options with which `s3Host` reaches it. */
  readonly options: S3HostOptions;
  /** Keys in the bucket. */
  keys(): Promise<string[]>;
  /** Ids of the multipart uploads that were neither completed nor aborted. */
  uploads(): Promise<string[]>;
  close(): Promise<void>;
}

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 's3-server-'));
  const uploadsPath = join(directory, bucket, '._S3rver_uploads');
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
  server.logger.silent = true;
  // s3rver checks the signature of AbortMultipartUpload and ListMultipartUploads and then says that it does not have them: so they are here.
  server.middleware.unshift(async (context, next) => {
    try {
      await next();
    } catch (error) {
      const { code } = error as { code?: string };
      const { uploadId, prefix = '' } = context.query;
      if (context.method === 'DELETE' && uploadId && code === 'MethodNotAllowed') {
        const isThere = (await readdir(uploadsPath)).includes(uploadId);
        await rm(join(uploadsPath, uploadId), { recursive: true, force: true });
        context.status = isThere ? 204 : 404;
      } else if (context.method === 'GET' && 'uploads' in context.query && code === 'NotImplemented') {
        const ids = await readdir(uploadsPath);
        const keys = await Promise.all(ids.map((id) => readFile(join(uploadsPath, id, 'key'), 'utf8')));
        const uploads = ids.map((id, index) => `<Upload><Key>${keys[index]}</Key><UploadId>${id}</UploadId></Upload>`);
        context.status = 200;
        context.body = `<ListMultipartUploadsResult>${uploads.filter((xml) => xml.startsWith(`<Upload><Key>${prefix}`)).join('')}</ListMultipartUploadsResult>`;
      } else {
        throw error;
      }
    }
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const list = (path: string): Promise<string[]> => readdir(path, { recursive: true }).catch(() => []);
  return {
    endpoint,
    options: { bucket, endpoint, credentials: () => ({ accessKeyId: 'S3RVER', secretAccessKey: secret }) },
    keys: async () => (await list(join(directory, bucket))).flatMap((name) => /^(.*)\._S3rver_object$/.exec(name)?.[1] ?? []),
    uploads: () => readdir(uploadsPath).catch(() => []),
    close: async () => {
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
