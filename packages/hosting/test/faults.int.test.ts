import { systemClock } from '@mountsea-suno/internal';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AudioHost, HostingError, journaledHost, listHosted, memoryJournalStore } from '../src/index.ts';
import { s3Host } from '../src/s3.ts';
import { bytesSource, songBytes } from './support/audio-bytes.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './support/fault-proxy.ts';

vi.setConfig({ testTimeout: 30_000 });
const mib = 1024 * 1024;
const song = songBytes(12 * mib);
let server: S3Server;
let proxy: FaultProxy;
let waits: number[];

beforeEach(async () => {
  server = await startS3Server();
  waits = [];
});
afterEach(async () => {
  await proxy.close();
  await server.close();
});

/** A host behind a proxy that does `fault` to the first `times` requests of that title; its backoff does not wait. */
async function hostBehind(fault: Fault, title: string, times: number): Promise<AudioHost> {
  proxy = await startFaultProxy(server.endpoint, (seen, before) => (seen === title && before < times ? fault : 'pass'));
  const clock = {
    ...systemClock,
    sleep: async (ms: number) => {
      waits.push(ms);
    },
  };
  return s3Host({ ...server.options, endpoint: proxy.endpoint, partSizeBytes: 5 * mib, clock, random: () => 1 });
}

const count = (title: string): number => proxy.seen.filter((seen) => seen === title).length;

describe('s3Host on a bad line', () => {
  it.each<[Fault, string]>([
    ['unavailable', 'POST uploads'],
    ['unavailable', 'PUT partNumber=2'],
    ['reset', 'PUT partNumber=2'],
    ['reset-response', 'PUT partNumber=2'],
    ['corrupt', 'PUT partNumber=2'],
    ['reset', 'POST uploadId'],
    ['reset', 'GET presigned'],
  ])('survives %s once at %s', async (fault, title) => {
    const host = await hostBehind(fault, title, 1);
    let sent = 0;
    const audio = await host.put(bytesSource(song), { onProgress: ({ sentBytes }) => (sent = sentBytes) });
    expect(Buffer.compare(new Uint8Array(await (await fetch(audio.url)).arrayBuffer()), song)).toBe(0);
    expect([count('PUT partNumber=1'), count('PUT partNumber=3'), sent]).toEqual([1, 1, song.length]);
    expect(waits).toEqual([500]);
    await host.remove(audio.ref);
    expect([await server.keys(), await server.uploads()]).toEqual([[], []]);
  });

  it('finds the object when the response to its completion was lost', async () => {
    const host = await hostBehind('reset-response', 'POST uploadId', 1);
    const audio = await host.put(bytesSource(song));
    expect((await fetch(audio.url)).headers.get('content-length')).toBe(String(song.length));
  });

  it.each<[Fault, string, string]>([
    ['unavailable', 'PUT partNumber=2', 'host_unavailable'],
    ['reset', 'PUT partNumber=3', 'host_unavailable'],
    ['corrupt', 'PUT partNumber=2', 'checksum_mismatch'],
    ['corrupt', 'PUT', 'checksum_mismatch'],
  ])('rejects after six tries when %s happens at %s, and leaves nothing behind', async (fault, title, code) => {
    const host = await hostBehind(fault, title, 9);
    const error = await host.put(bytesSource(title === 'PUT' ? song.subarray(0, mib) : song)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(HostingError);
    expect(error).toMatchObject({ code, attempts: 6, retryable: true });
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000]);
    expect([await server.keys(), await server.uploads()]).toEqual([[], []]);
  });

  it('would store a corrupted part if it did not compare the checksums (negative control)', async () => {
    await hostBehind('corrupt', 'PUT', 1);
    const response = await fetch(`${proxy.endpoint}/songs/plain.mp3`, { method: 'PUT', body: song.slice(0, mib) });
    expect(response.status).toBe(200);
    const stored = new Uint8Array(await (await fetch(`${server.endpoint}/songs/plain.mp3`)).arrayBuffer());
    expect(stored.length).toBe(mib);
    expect(Buffer.compare(stored, song.subarray(0, mib))).not.toBe(0);
  });

  it('rejects at once after an abort, and aborts the upload', async () => {
    const host = await hostBehind('hang', 'PUT partNumber=2', 9);
    const store = memoryJournalStore();
    const abort = new AbortController();
    let abortedAt = 0;
    const putting = journaledHost({ host, store }).put(bytesSource(song), {
      signal: abort.signal,
      onProgress: ({ sentBytes }) => {
        if (abortedAt || sentBytes < 7 * mib) return;
        abortedAt = Date.now();
        abort.abort(new Error('enough'));
      },
    });
    await expect(putting).rejects.toThrow('enough');
    expect(Date.now() - abortedAt).toBeLessThan(1000);
    expect([await server.keys(), await server.uploads(), await listHosted(store)]).toEqual([[], [], []]);
  });

  it('times out when nothing moves', async () => {
    proxy = await startFaultProxy(server.endpoint, (title) => (title === 'PUT' ? 'hang' : 'pass'));
    const host = s3Host({ ...server.options, endpoint: proxy.endpoint, idleTimeoutMs: 50, attempts: 2, random: () => 0 });
    const error = await host.put(bytesSource(song.subarray(0, mib))).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'host_unavailable', attempts: 2, message: expect.stringContaining('ETIMEDOUT') });
    expect(count('PUT')).toBe(2);
  });

  it('keeps the record when what is left cannot be removed', async () => {
    const host = await hostBehind('unavailable', 'PUT partNumber=1', 9);
    const store = memoryJournalStore();
    const down = { ...host, remove: () => Promise.reject(new Error('down')) };
    await expect(journaledHost({ host: down, store, owner: 'me' }).put(bytesSource(song))).rejects.toThrow('SlowDown');
    expect(await listHosted(store)).toMatchObject([{ owner: 'me', name: 'song.mp3', state: 'hosting', ref: { parts: 'many' } }]);
  });
});
