import { expect, test } from 'vitest';
import { audioFormat } from './audio-format.ts';

/** The first box of an ISO base media file: its major brand, then the brands that it is compatible with. */
const fileType = (major: string, ...compatible: string[]): string =>
  `\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`;
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ['RIFF\x24\x08\0\0WAVEfmt ', 'wav'],
  ['RF64\xff\xff\xff\xffWAVEds64', 'wav'],
  ['ID3\x04\0\0\0\0\0\0', 'mp3'],
  ['\xff\xfb\x90\x64', 'mp3'],
  ['\xff\xf3\x48\xc4', 'mp3'],
  ['\xff\xf1\x50\x80', 'aac'],
  ['\xff\xf9\x50\x80', 'aac'],
  ['ADIF\0', 'aac'],
  ['fLaC\0\0\0\x22', 'flac'],
  ['OggS\0\x02', 'ogg'],
  [`OggS${'\0'.repeat(24)}OpusHead`, 'ogg'],
  ['\0\0\0\x20ftypM4A ', 'm4a'],
  [fileType('isom', 'isom', 'iso2', 'mp41'), 'm4a'],
])('%j is %s', (start, format) => expect(audioFormat(bytes(start))).toBe(format));

test.each([
  '',
  '<!doctype html>',
  '{"error":"gone"}',
  'RIFF\x24\x08\0\0AVI LIST',
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff\xe0',
  '%PDF-1.7',
  '\xff\xff\xff\xff',
  '\xff\xfe<\0',
  fileType('heic', 'mif1', 'heic'),
  fileType('isom', 'isom', 'heic'),
  fileType('avif', 'mif1', 'miaf'),
  'FORM\0\0\0\0AIFFCOMM',
])('%j is not one of these formats', (start) => expect(audioFormat(bytes(start))).toBeUndefined());
