import { expect, it } from 'vitest';
import { audioExtension } from './audio-extension.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['wav', bytes('RIFF\0\0\0\0WAVEfmt ')],
  ['flac', bytes('fLaC')],
  ['ogg', bytes('OggS')],
  ['m4a', bytes('\0\0\0\u0020ftypM4A ')],
  ['mp3', bytes('ID3\u0004')],
  ['mp3', Uint8Array.of(0xff, 0xfb, 0x90)],
  ['aac', Uint8Array.of(0xff, 0xf1, 0x50)],
  [undefined, bytes('<!doctype html>')],
  [undefined, new Uint8Array()],
])('%s', (extension, head) => {
  expect(audioExtension(head)).toBe(extension);
});
