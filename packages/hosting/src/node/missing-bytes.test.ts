import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { id3, mp3, mp4, oggPage, wav } from '../../test/support/audio-files.ts';
import { sniffLength } from '../sniff-audio.ts';
import { missingBytes } from './missing-bytes.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'missing-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function missingOf(bytes: Buffer): Promise<number> {
  const path = join(directory, 'file');
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    return await missingBytes(file, bytes.length, bytes.subarray(0, sniffLength));
  } finally {
    await file.close();
  }
}

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

it('does not believe in lengths that were never filled in', async () => {
  for (const length of [0, 0xffffffff]) {
    const recorded = wav(1);
    recorded.writeUInt32LE(length, 4);
    expect(await missingOf(recorded)).toBe(0);
  }
  expect(await missingOf(mp3(20).fill(0, 36, 40))).toBe(0);
  expect(await missingOf(wav(1).subarray(0, -1))).toBe(0);
});
