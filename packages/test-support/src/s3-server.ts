// For the packages that import this file: they do not look for declarations here by themselves.
/// <reference path="./s3rver.d.ts" />
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A real S3 server (s3rver) on a free port of 127.0.0.1, over a folder of its own. It has one bucket and takes one pair of keys. */
export interface S3Server {
  /** The origin of the server, as in `http://127.0.0.1:12345`. */
  readonly endpoint: string;
  /** The options with which `s3Host` of `@mountsea-suno/hosting/s3` reaches it. */
  readonly options: {
    readonly bucket: string;
    readonly endpoint: string;
    readonly credentials: () => { accessKeyId: string; secretAccessKey: string };
  };
  /** The environment variables with which AWS tools reach it. */
  readonly env: Record<string, string>;
  /** Each request so far, as in `PUT mountsea-suno/….wav`. */
  readonly requests: readonly string[];
  /** The keys of the objects in the bucket. */
  keys(): Promise<string[]>;
  /** The ids of the multipart uploads that were neither completed nor aborted. */
  uploads(): Promise<string[]>;
  close(): Promise<void>;
}

const bucket = 'songs';
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** Starts an {@link S3Server}. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 's3-server-'));
  const uploadsPath = join(directory, bucket, '._S3rver_uploads');
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
  server.logger.silent = true;
  const requests: string[] = [];
  // s3rver checks the signature of AbortMultipartUpload and ListMultipartUploads and then answers that it does not implement them: so they are
  // implemented here.
  server.middleware.unshift(async (context, next) => {
    requests.push(`${context.method} ${context.path.replace(`/${bucket}/`, '')}`);
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
        const names = await Promise.all(ids.map((id) => readFile(join(uploadsPath, id, 'key'), 'utf8')));
        const uploads = ids.map((id, index) => `<Upload><Key>${names[index]}</Key><UploadId>${id}</UploadId></Upload>`);
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
    options: { bucket, endpoint, credentials: () => keys },
    env: {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_ENDPOINT_URL_S3: endpoint,
    },
    requests,
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
