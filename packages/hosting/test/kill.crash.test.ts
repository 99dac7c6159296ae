import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cleanUpHosted, type JournalStore, listHosted } from '../src/index.ts';
import { fileJournalStore } from '../src/node.ts';
import { s3Host, s3HostFor } from '../src/s3.ts';
import { songBytes } from './support/audio-bytes.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './support/fault-proxy.ts';
import { hostInChild } from './support/host-in-child.ts';

vi.setConfig({ testTimeout: 30_000 });
let directory: string;
let server: S3Server;
let proxy: FaultProxy | undefined;
let store: JournalStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hosting-'));
  server = await startS3Server();
  store = fileJournalStore({ directory: join(directory, 'journal') });
});
afterEach(async () => {
  await proxy?.close();
  await server.close();
  await rm(directory, { recursive: true });
});

const env = {
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
  AWS_CONFIG_FILE: '/none',
  AWS_SHARED_CREDENTIALS_FILE: '/none',
};

/** Kills a process with SIGKILL that hosts 12 MiB, once the proxy holds back the request of that title, or the response to it. */
async function killAt(title: string, fault: Fault = 'hang'): Promise<void> {
  const path = join(directory, 'song.mp3');
  await writeFile(path, songBytes(12 * 1024 * 1024));
  let reached = (): void => undefined;
  const isThere = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const faultOf = (seen: string): Fault => {
    if (seen !== title) return 'pass';
    reached();
    return fault;
  };
  proxy = await startFaultProxy(server.endpoint, faultOf);
  const child = hostInChild(proxy.endpoint, path, join(directory, 'journal'));
  await isThere;
  if (fault === 'hang-response') await vi.waitUntil(async () => (await server.uploads()).length > 0);
  child.process.kill('SIGKILL');
  await once(child.process, 'exit');
  // From here on there are no faults. The ref names the address of the proxy.
  await proxy.close();
  const port = Number(new URL(proxy.endpoint).port);
  proxy = await startFaultProxy(server.endpoint, () => 'pass', port);
}

it.each([
  ['the first part', 'PUT partNumber=1', 1, 'hosting'],
  ['the completion', 'POST uploadId', 1, 'hosting'],
  ['the check of the URL', 'GET presigned', 0, 'hosting'],
])('cleans up after a kill at %s', async (_, title, uploadsLeft, state) => {
  await killAt(title);
  expect(await server.uploads()).toHaveLength(uploadsLeft);
  expect(await server.keys()).toHaveLength(1 - uploadsLeft);
  expect(await listHosted(store)).toMatchObject([{ state, owner: 'training-1', name: 'song.mp3' }]);

  const other = await cleanUpHosted({
    store,
    hostFor: ({ ref }) => s3HostFor(ref, { env }),
    select: ({ owner }) => owner === 'training-2',
  });
  expect(other).toEqual({ removed: [], left: [] });
  const without = await cleanUpHosted({ store, hostFor: () => undefined });
  expect(without).toMatchObject({ removed: [], left: [{ record: { owner: 'training-1' } }] });

  const { removed, left } = await cleanUpHosted({ store, hostFor: ({ ref }) => s3HostFor(ref, { env }) });
  expect([removed.length, left]).toEqual([1, []]);
  expect([await server.uploads(), await server.keys(), await listHosted(store)]).toEqual([[], [], []]);
});

it('finds the upload whose id was lost with the response', async () => {
  await killAt('POST uploads', 'hang-response');
  expect(await listHosted(store)).toMatchObject([{ ref: { parts: 'many' } }]);
  await cleanUpHosted({ store, hostFor: ({ ref }) => s3HostFor(ref, { env }) });
  expect([await server.uploads(), await listHosted(store)]).toEqual([[], []]);
});

it('keeps the record while the host cannot be reached or refuses', async () => {
  await killAt('PUT partNumber=1');
  const wrong = s3Host({
    ...server.options,
    endpoint: proxy?.endpoint ?? '',
    credentials: () => ({ accessKeyId: 'S3RVER', secretAccessKey: 'x' }),
  });
  const { left } = await cleanUpHosted({ store, hostFor: () => wrong });
  expect(left).toMatchObject([{ error: { code: 'host_refused' } }]);
  expect(await listHosted(store)).toHaveLength(1);
});
