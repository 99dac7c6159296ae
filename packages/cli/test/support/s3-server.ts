import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A real S3 server on a free port of 127.0.0.1, with one bucket. */
export interface S3Server {
  readonly bucket: string;
  /** The environment with which AWS tools reach it. */
  readonly env: Record<string, string>;
  /** Keys in the bucket. */
  keys(): Promise<string[]>;
  /** Ids of the multipart uploads that were neither completed nor aborted. */
  uploads(): Promise<string[]>;
  /** Each request so far: `PUT mountsea-suno/….wav`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts it over a folder of its own. */
export async function startS3Server(): Promise<S3Server> {
  const bucket = 'songs';
  const directory = await mkdtemp(join(tmpdir(), 's3-server-'));
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
  const uploadsPath = join(directory, bucket, '._S3rver_uploads');
  const requests: string[] = [];
  // s3rver checks the signature of AbortMultipartUpload and ListMultipartUploads and then says that it does not have them: so they are here.
  server.middleware.unshift(async (context, next) => {
    requests.push(`${context.method} ${context.path.replace(`/${bucket}/`, '')}`);
    try {
      await next();
    } catch (error) {
      const { code } = error as { code?: string };
      const { uploadId, prefix = '' } = context.query;
      if (context.method === 'DELETE' && uploadId && code === 'MethodNotAllowed') {
        await rm(join(uploadsPath, uploadId), { recursive: true, force: true });
        context.status = 204;
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
  return {
    bucket,
    env: { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` },
    keys: async () => {
      const names = await readdir(join(directory, bucket), { recursive: true });
      return names.flatMap((name) => /^(.*)\._S3rver_object$/u.exec(name)?.[1] ?? []);
    },
    uploads: () => readdir(uploadsPath).catch(() => []),
    requests,
    close: async () => {
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
