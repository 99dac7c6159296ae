import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id3, mp3, wav } from '../../test/support/audio-files.ts';
import type { FileReport } from './inspect-file.ts';
import { preflight } from './preflight.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'preflight-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function check(files: Record<string, Buffer | string>): Promise<FileReport[]> {
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(directory, name), bytes);
  return preflight(Object.keys(files).map((name) => join(directory, name)));
}
const problemsOf = async (name: string, bytes: Buffer | string): Promise<string[]> => {
  const [report] = await check({ [name]: bytes });
  return report?.problems.map(({ code }) => code) ?? [];
};

describe('preflight', () => {
  it('reports format, duration, bitrate and content hash, and does not trust names', async () => {
    const expected = [
      {
        contentType: 'audio/wav',
        container: 'WAVE',
        codec: 'PCM',
        isLossless: true,
        durationMs: 3000,
        bitrate: 128_000,
        sampleRate: 8000,
        channels: 1,
      },
      {
        contentType: 'audio/mpeg',
        container: 'MPEG',
        codec: 'MPEG 1 Layer 3',
        isLossless: false,
        sampleRate: 44_100,
        channels: 2,
        problems: [],
      },
    ];
    expect(await check({ 'a.wav': wav(3), 'a.mp3': mp3(200) })).toMatchObject(expected);
    expect(await check({ 'really-wav.mp3': wav(3), 'really-mp3.wav': mp3(200) })).toMatchObject(expected);
    expect((await check({ 'a.mp3': mp3(200) }))[0]?.durationMs).toBeGreaterThan(5000);
    expect((await check({ 'b.wav': wav(1) }))[0]).toMatchObject({
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
      sizeBytes: 16_044,
      problems: [],
    });
  });

  it('makes the texts of tags printable', async () => {
    const [report] = await check({ 'tagged.mp3': Buffer.concat([id3('A \u001b[31mred\u0007 song'), mp3(50)]) });
    expect(report).toMatchObject({ title: 'A red song', problems: [] });
  });

  it.each([
    ['text.mp3', '<html>not found</html>'.repeat(50), 'not_audio'],
    ['picture.mp3', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(900)]), 'not_audio'],
    ['picture.m4a', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(900)]), 'not_audio'],
    ['empty.mp3', '', 'empty'],
    ['header-only.wav', wav(1).subarray(0, 30), 'damaged,truncated'],
    ['no-sound.wav', wav(0), 'damaged'],
    ['junk.wav', Buffer.concat([wav(1).subarray(0, 12), Buffer.alloc(500, 7)]), 'damaged,truncated'],
    ['junk.flac', Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(500, 7)]), 'damaged'],
    ['cut.wav', wav(3).subarray(0, 20_000), 'truncated'],
    ['cut.mp3', mp3(200).subarray(0, 40_000), 'truncated'],
    ['cut-tagged.mp3', Buffer.concat([id3('x'), mp3(200).subarray(0, 40_000)]), 'truncated'],
  ])('finds %s', async (name, bytes, code) => {
    expect((await problemsOf(name, bytes)).join()).toBe(code);
  });

  it('reports what cannot be read', async () => {
    const reports = await preflight([join(directory, 'none.mp3'), directory]);
    expect(reports.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['not_found'], ['not_a_file']]);
  });

  it('finds the same content under two names', async () => {
    const [one, other, third] = await check({ 'one.wav': wav(2), 'other.wav': wav(1), 'third.wav': wav(2) });
    expect(one?.problems).toMatchObject([{ code: 'same_content', severity: 'warning', paths: [third?.path] }]);
    expect(other?.problems).toEqual([]);
    expect(third?.problems).toMatchObject([{ code: 'same_content', paths: [one?.path] }]);
  });

  it('calls back with each report as it comes, and stops at an abort', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const onReport = (_: FileReport, index: number): void => {
      seen.push(index);
      abort.abort(new Error('enough'));
    };
    await writeFile(join(directory, 'a.wav'), wav(1));
    const path = join(directory, 'a.wav');
    await expect(preflight([path, path], { signal: abort.signal, onReport })).rejects.toThrow('enough');
    expect(seen).toEqual([0]);
  });
});
