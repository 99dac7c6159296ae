import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { flac } from '../../test/support/audio-files.ts';
import { missingFlacSamples } from './missing-flac-samples.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'flac-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function missingOf(bytes: Buffer): Promise<number> {
  const path = join(directory, 'song.flac');
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    const { samples, sampleRate } = await missingFlacSamples(file, bytes.length);
    expect(sampleRate).toBe(44_100);
    return samples / 4096;
  } finally {
    await file.close();
  }
}

// Numbers of one, two and three bytes.
it.each([3, 200, 3000])('counts the frames that are cut off of %i', async (frames) => {
  const whole = flac(frames);
  expect(await missingOf(whole)).toBe(0);
  expect(await missingOf(Buffer.concat([whole, Buffer.alloc(128)]))).toBe(0);
  for (const cut of [1, 2])
    expect(await missingOf(whole.subarray(0, whole.length - cut * 506 - 400))).toBeGreaterThanOrEqual(cut);
});

it('is not led astray by what looks like a frame', async () => {
  const whole = flac(200);
  const [second, thousandth] = [flac(3).subarray(42 + 506, 42 + 520), flac(1001).subarray(-508)];
  expect(await missingOf(Buffer.concat([whole, second]))).toBe(0);
  expect(await missingOf(Buffer.concat([whole, thousandth]))).toBe(0);
});

it('says nothing where the header counts nothing', async () => {
  const stream = flac(200);
  stream.fill(0, 22, 26);
  expect(await missingOf(stream.subarray(0, 50_000))).toBe(0);
});
