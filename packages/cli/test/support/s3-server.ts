import { mkdtemp, readdir, rm } from 'node:fs/promises';
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
  close(): Promise<void>;
}

/** Starts it over a folder of its own. */
export async function startS3Server(): Promise<S3Server> {
  const bucket = 'songs';
  const directory = await mkdtemp(join(tmpdir(), 's3-server-'));
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
  const { port } = await server.run();
  return {
    bucket,
    env: { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` },
    keys: async () => {
      const names = await readdir(join(directory, bucket), { recursive: true });
      return names.flatMap((name) => /^(.*)\._S3rver_object$/u.exec(name)?.[1] ?? []);
    },
    close: async () => {
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
