import { describe, expect, test } from 'vitest';
import { audioKindOf } from './audio-kind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
/** The first box of an ISO base media file: its major brand, then those that it is compatible with. */
const fileType = (major: string, ...compatible: string[]): string =>
  `\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}mdat`;

describe('audioKindOf', () => {
  test.each([
    ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav', 'wav'],
    ['RF64\xff\xff\xff\xffWAVE', 'audio/wav', 'wav'],
    ['FORM\0\0\0\0AIFFCOMM', 'audio/aiff', 'aiff'],
    ['FORM\0\0\0\0AIFC', 'audio/aiff', 'aiff'],
    ['fLaC', 'audio/flac', 'flac'],
    [`OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/ogg', 'ogg'],
    [`OggS${'\0'.repeat(24)}OpusHead`, 'audio/ogg', 'opus'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4', 'm4a'],
    [fileType('M4A ', 'M4A ', 'mp42', 'isom'), 'audio/mp4', 'm4a'],
    [fileType('isom', 'isom', 'iso2', 'mp41'), 'audio/mp4', 'm4a'],
    [fileType('mp42', 'mp41', 'M4A '), 'audio/mp4', 'm4a'],
    [fileType('qt  '), 'audio/mp4', 'm4a'],
    ['\x1a\x45\xdf\xa3', 'audio/webm', 'webm'],
    ['\x30\x26\xb2\x75', 'audio/x-ms-wma', 'wma'],
    ['ID3\x04\0', 'audio/mpeg', 'mp3'],
    ['\xff\xfb\x90\0', 'audio/mpeg', 'mp3'],
    ['\xff\xf3\x40\0', 'audio/mpeg', 'mp3'],
    ['\xff\xf1\x50\x80', 'audio/aac', 'aac'],
    ['\xff\xf9\x50\x80', 'audio/aac', 'aac'],
    ['ADIF\0', 'audio/aac', 'aac'],
  ])('%j is %s', (head, contentType, extension) => {
    expect(audioKindOf(bytes(head))).toEqual({ contentType, extension });
  });

  test.each([
    '',
    '<html>',
    '<!doctype html>',
    '{"error":"gone"}',
    'RIFF\0\0\0\0AVI LIST',
    'RIFF',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0\0\x10JFIF',
    '\xff\xfb\xff\xff',
    '\xff\xff\xff\xff',
    '\xff\xfe<\0',
    '%PDF-1.7',
    '#EXTM3U',
    '\0\0\0\0',
    fileType('heic', 'mif1', 'heic'),
    fileType('mif1', 'mif1', 'heic', 'miaf'),
    fileType('avif', 'mif1', 'miaf'),
    fileType('crx ', 'crx ', 'isom'),
    fileType('isom', 'isom', 'heic'),
  ])('%j is none', (head) => {
    expect(audioKindOf(bytes(head))).toBeUndefined();
  });
});
