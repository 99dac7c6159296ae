import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { systemClock } from '@mountsea-suno/internal';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HostingError, type HostRef, hostAll, journaledHost, listHosted, memoryJournalStore } from '../src/index.ts';
import { s3Host, s3HostFor } from '../src/s3.ts';
import { bytesSource, songBytes } from './support/audio-bytes.ts';

vi.setConfig({ testTimeout: 30_000 });
const mib = 1024 * 1024;
const partSizeBytes = 5 * mib;
let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
});
afterAll(() => server.close());

const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => (error as HostingError).code);

describe('s3Host on a real server', () => {
  it.each([1, 5 * mib, 5 * mib + 1, 12 * mib])('hosts %i bytes, serves them, and takes them down', async (size) => {
    const bytes = songBytes(size);
    const host = s3Host({ ...server.options, partSizeBytes, concurrency: 2 });
    const progress: number[] = [];
    const audio = await host.put(bytesSource(bytes), { onProgress: ({ sentBytes }) => progress.push(sentBytes) });

    const response = await fetch(audio.url);
    const got = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.compare(got, bytes)).toBe(0);
    expect(response.headers.get('content-type')).toBe(size === 1 ? 'application/octet-stream' : 'audio/mpeg');
    expect(audio).toMatchObject({ sizeBytes: size, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(progress.at(-1)).toBe(size);
    expect(audio.expiresAt - Date.now()).toBeGreaterThan(11 * 3_600_000);

    await host.remove(audio.ref);
    await host.remove(audio.ref);
    expect((await fetch(audio.url)).status).toBe(404);
    expect([await server.keys(), await server.uploads()]).toEqual([[], []]);
  });

  it('hosts a stream of unknown length', async () => {
    const bytes = songBytes(6 * mib);
    const host = s3Host({ ...server.options, partSizeBytes });
    const { open } = bytesSource(bytes);
    const audio = await host.put({ open });
    expect(audio.sizeBytes).toBe(bytes.length);
    await host.remove(audio.ref);
  });

  it('shares its buffers among files that are hosted at once', async () => {
    const host = s3Host({ ...server.options, partSizeBytes, concurrency: 1 });
    const audios = await Promise.all([7, 8, 9].map((size) => host.put(bytesSource(songBytes(size * mib)))));
    expect(audios.map(({ sizeBytes }) => sizeBytes / mib)).toEqual([7, 8, 9]);
    await Promise.all(audios.map(({ ref }) => host.remove(ref)));
  });

  it('puts nothing of the file name into key, URL or ref', async () => {
    const host = s3Host(server.options);
    const audio = await host.put(bytesSource(songBytes(100), { name: '../../etc/passwd\n<script>.exe' }));
    expect(inspect(audio)).not.toMatch(/passwd|script|exe/);
    expect(audio.ref.key).toMatch(/^mountsea-suno\/[0-9a-f-]{36}\.mp3$/);
    await host.remove(audio.ref);
  });

  it('gives a URL that stops working in time, at the latest when temporary keys end', async () => {
    const clock = { ...systemClock, now: () => Date.now() - 7_200_000, sleep: () => Promise.resolve() };
    const soon = Date.now() + 3_600_000;
    const credentials = () => ({ ...server.options.credentials(), expiresAt: soon });
    expect((await s3Host({ ...server.options, credentials }).put(bytesSource(songBytes(9)))).expiresAt).toBe(soon);

    // Two hours behind: the server refuses that for headers, so the host signs with the server's time from then on.
    const audio = await s3Host({ ...server.options, clock }).put(bytesSource(songBytes(9)));
    expect((await fetch(audio.url)).status).toBe(200);
    expect((await fetch(audio.url.replace('X-Amz-Expires=43200', 'X-Amz-Expires=86400'))).status).toBe(403);
  });

  it.each([
    [
      'a wrong secret',
      { credentials: () => ({ accessKeyId: 'S3RVER', secretAccessKey: 'wrong-secret' }) },
      'host_refused',
      'SignatureDoesNotMatch',
    ],
    [
      'an unknown key',
      { credentials: () => ({ accessKeyId: 'nobody', secretAccessKey: 'wrong-secret' }) },
      'host_refused',
      'InvalidAccessKeyId',
    ],
    ['no such bucket', { bucket: 'no-such-bucket' }, 'host_not_found', 'NoSuchBucket'],
  ])('rejects %s with a typed error without secrets', async (_, options, code, hostCode) => {
    const host = s3Host({ ...server.options, partSizeBytes, ...options });
    for (const size of [100, 6 * mib]) {
      const error = await host.put(bytesSource(songBytes(size))).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(HostingError);
      expect(error).toMatchObject({ code, hostCode, attempts: 1, retryable: false });
      expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toMatch(/wrong-secret|Signature=|Credential=|AWS4-HMAC/);
    }
  });

  it('distinguishes a wrong protocol from a host that cannot be reached', async () => {
    const clock = { ...systemClock, sleep: () => Promise.resolve() };
    const noTls = s3Host({ ...server.options, endpoint: server.endpoint.replace('http:', 'https:'), clock });
    await expect(noTls.put(bytesSource(songBytes(9)))).rejects.toMatchObject({ code: 'host_configuration', attempts: 1 });
    const away = s3Host({ ...server.options, endpoint: 'http://127.0.0.1:1', clock });
    const error = await away.put(bytesSource(songBytes(9))).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'host_unavailable', attempts: 6, message: expect.stringContaining('ECONNREFUSED') });
  });

  const noTls = (): string => server.endpoint.replace('http:', 'https:');
  it.each([
    ['refuses the keys', () => ({ credentials: () => ({ accessKeyId: 'S3RVER', secretAccessKey: 'wrong-secret' }) })],
    ['has no such bucket', () => ({ bucket: 'no-such-bucket' })],
    ['cannot be reached', () => ({ endpoint: 'http://127.0.0.1:1' })],
    ['speaks no TLS', () => ({ endpoint: noTls() })],
  ])('leaves no record of a file when the host %s, because it cannot have stored anything', async (_, options) => {
    const clock = { ...systemClock, sleep: () => Promise.resolve() };
    const host = s3Host({ ...server.options, ...options(), clock });
    const store = memoryJournalStore();
    const written = vi.spyOn(store, 'write');
    const sources = [1, 2, 6 * mib, 4, 5].map((size) => bytesSource(songBytes(size)));
    await expect(hostAll({ host: journaledHost({ host, store }), sources })).rejects.toBeInstanceOf(HostingError);
    expect(written).toHaveBeenCalled();
    expect(await listHosted(store)).toEqual([]);
  });

  it('refuses a source that is empty, unreadable, or not what it was', async () => {
    const host = s3Host({ ...server.options, partSizeBytes });
    const bytes = songBytes(6 * mib);
    const unreadable = async function* () {
      yield bytes.subarray(0, 10);
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    };
    expect(await codeOf(host.put(bytesSource(new Uint8Array())))).toBe('source_empty');
    expect(await codeOf(host.put(bytesSource(bytes, { open: unreadable })))).toBe('source_unreadable');
    expect(await codeOf(host.put(bytesSource(bytes, { sizeBytes: 5 })))).toBe('source_changed');
    expect(await codeOf(host.put(bytesSource(bytes, { sha256: 'f'.repeat(64) })))).toBe('source_changed');
    expect([await server.keys(), await server.uploads()].flat().filter((key) => !key.includes('mountsea-suno'))).toEqual([]);
  });

  it('removes by a ref from another process, and only what lies in its place', async () => {
    const { ref } = await s3Host(server.options).put(bytesSource(songBytes(100)));
    const copy: HostRef = JSON.parse(JSON.stringify(ref));
    expect(JSON.stringify(copy)).not.toContain('X-Amz');
    expect(await codeOf(s3Host({ ...server.options, bucket: 'another' }).remove(copy))).toBe('host_mismatch');
    expect(await codeOf(s3Host(server.options).remove({ kind: 'other', id: 'a' }))).toBe('host_mismatch');

    const env = { ...server.env, AWS_CONFIG_FILE: '/none', AWS_SHARED_CREDENTIALS_FILE: '/none' };
    const host = await s3HostFor(copy, { env });
    await host?.remove(copy);
    expect(await server.keys()).not.toContain(ref.key);
    expect(await s3HostFor({ kind: 'other', id: 'a' })).toBeUndefined();
  });
});
