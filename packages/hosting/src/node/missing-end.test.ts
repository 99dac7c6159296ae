import { type FileHandle, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { flac, id3, mp3, mp4, oggPage, wav } from '../../test/support/audio-files.ts';
import { sniffLength } from '../sniff-audio.ts';
import { missingBytes, missingFlacSamples } from './missing-end.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'missing-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function inFile<T>(bytes: Buffer, look: (file: FileHandle) => Promise<T>): Promise<T> {
  const path = join(directory, 'file');
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    return await look(file);
  } finally {
    await file.close();
  }
}

describe('missingBytes', () => {
  const missingOf = (bytes: Buffer): Promise<number> =>
    inFile(bytes, (file) => missingBytes(file, bytes.length, bytes.subarray(0, sniffLength)));

  const aiff = Buffer.from('FORM\0\0\0\x20AIFF'.padEnd(40, '\0'), 'latin1');
  const ogg = Buffer.concat([oggPage(Buffer.alloc(30)), oggPage(Buffer.alloc(70_000 % 60_000)), oggPage(Buffer.alloc(510))]);
  const wholes: [string, Buffer][] = [
    ['WAV', wav(1)],
    ['AIFF', aiff],
    ['MP4', mp4(1000)],
    ['Ogg', ogg],
    ['MP3', mp3(20)],
    ['tagged MP3', Buffer.concat([id3('x'), mp3(20)])],
  ];

  it.each(wholes)('counts what is cut off of a %s', async (_, whole) => {
    expect(await missingOf(whole)).toBe(0);
    expect(await missingOf(Buffer.concat([whole, Buffer.alloc(8)]))).toBe(0);
    for (const cut of [2, 20]) expect(await missingOf(whole.subarray(0, whole.length - cut))).toBe(cut);
  });

  it('does not trust lengths that were never filled in', async () => {
    for (const length of [0, 0xffffffff]) {
      const recorded = wav(1);
      recorded.writeUInt32LE(length, 4);
      expect(await missingOf(recorded)).toBe(0);
    }
    expect(await missingOf(mp3(20).fill(0, 36, 40))).toBe(0);
    expect(await missingOf(wav(1).subarray(0, -1))).toBe(0);
  });
});

describe('missingFlacSamples', () => {
  const missingOf = (bytes: Buffer): Promise<number> =>
    inFile(bytes, async (file) => {
      const { samples, sampleRate } = await missingFlacSamples(file, bytes.length);
      expect(sampleRate).toBe(44_100);
      return samples / 4096;
    });

  // Numbers of one, two and three bytes.
  it.each([3, 200, 3000])('counts the frames that are cut off of %i', async (frames) => {
    const whole = flac(frames);
    expect(await missingOf(whole)).toBe(0);
    expect(await missingOf(Buffer.concat([whole, Buffer.alloc(128)]))).toBe(0);
    for (const cut of [1, 2])
      expect(await missingOf(whole.subarray(0, whole.length - cut * 506 - 400))).toBeGreaterThanOrEqual(cut);
  });

  it('is not misled by bytes that look like a frame', async () => {
    const whole = flac(200);
    const [second, thousandth] = [flac(3).subarray(42 + 506, 42 + 520), flac(1001).subarray(-508)];
    expect(await missingOf(Buffer.concat([whole, second]))).toBe(0);
    expect(await missingOf(Buffer.concat([whole, thousandth]))).toBe(0);
  });

  it('finds nothing missing when the header does not count the samples', async () => {
    const stream = flac(200);
    stream.fill(0, 22, 26);
    expect(await missingOf(stream.subarray(0, 50_000))).toBe(0);
  });
});
