import { expect, test } from 'vitest';
import { createSandbox } from '../index.ts';
import { audioKindOf, checkAudio } from './check-audio.ts';
import { makeSong } from './song.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ['RIFF\0\0\0\0WAVE', 'wav'],
  ['RIFF\0\0\0\0AVI ', undefined],
  ['fLaC\0', 'flac'],
  ['OggS\0', 'ogg'],
  ['\0\0\0\x20ftypM4A ', 'm4a'],
  ['FORM\0\0\0\0AIFF', 'aiff'],
  ['ID3\x04', 'mp3'],
  ['\xff\xfb\x90', 'mp3'],
  ['\xff\xf1\x50', 'aac'],
  ['<!DOCTYPE html>', undefined],
  ['', undefined],
])('%j is %s', (head, kind) => {
  expect(audioKindOf(bytes(head))).toBe(kind);
});

test('the songs are WAV files of the length that their heads say, audible and all different', async () => {
  const sandbox = createSandbox();
  expect(sandbox.songUrls).toHaveLength(6);
  const songs = await Promise.all(
    sandbox.songUrls.map(async (url) => new Uint8Array(await (await sandbox.fetch(url)).arrayBuffer())),
  );
  for (const song of songs) {
    const view = new DataView(song.buffer);
    expect(audioKindOf(song)).toBe('wav');
    expect(view.getUint32(4, true)).toBe(song.length - 8);
    expect(view.getUint32(40, true)).toBe(song.length - 44);
    const seconds = (song.length - 44) / view.getUint32(28, true);
    expect(seconds).toBeGreaterThan(3);
    expect(seconds).toBeLessThan(9);
    const samples = new Int16Array(song.buffer, 44);
    const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
    expect(loudness).toBeGreaterThan(1_000);
    expect(samples.every((sample) => Math.abs(sample) < 32_767)).toBe(true); // never clipped
  }
  expect(new Set(songs.map((song) => Buffer.from(song).toString('base64'))).size).toBe(6);
  expect(makeSong('a')).toEqual(makeSong('a'));
});

test('only the head of a file is read', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(sent === 1 ? bytes('ID3\x04') : new Uint8Array(1_000));
    },
  });
  expect(await checkAudio('https://example.com/a', async () => new Response(endless))).toBeUndefined();
  expect(sent).toBeLessThan(10);
});
