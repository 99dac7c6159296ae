import { describe, expect, it } from 'vitest';
import { sniffAudio } from './sniff-audio.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('sniffAudio', () => {
  it.each([
    ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav', 'wav'],
    ['RF64\xff\xff\xff\xffWAVE', 'audio/wav', 'wav'],
    ['FORM\0\0\0\0AIFFCOMM', 'audio/aiff', 'aiff'],
    ['FORM\0\0\0\0AIFC', 'audio/aiff', 'aiff'],
    ['fLaC', 'audio/flac', 'flac'],
    [`OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/ogg', 'ogg'],
    [`OggS${'\0'.repeat(24)}OpusHead`, 'audio/ogg', 'opus'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4', 'm4a'],
    ['\x1a\x45\xdf\xa3', 'audio/webm', 'webm'],
    ['ID3\x04\0', 'audio/mpeg', 'mp3'],
    ['\xff\xfb\x90\0', 'audio/mpeg', 'mp3'],
    ['\xff\xf3\x40\0', 'audio/mpeg', 'mp3'],
    ['\xff\xf1\x50\x80', 'audio/aac', 'aac'],
  ])('%j is %s', (head, contentType, extension) => {
    expect(sniffAudio(bytes(head))).toEqual({ contentType, extension });
  });

  it.each([
    '',
    '<html>',
    'RIFF\0\0\0\0AVI LIST',
    'RIFF',
    '\xff\xd8\xff\xe0\0\x10JFIF',
    '\xff\xfb\xff\xff',
    '\xff\xff\xff\xff',
    '%PDF-1.7',
    '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
    '\0\0\0\x18ftypmif1\0\0\0\0mif1heic',
    '#EXTM3U',
    '\0\0\0\0',
  ])('%j is none', (head) => {
    expect(sniffAudio(bytes(head))).toBeUndefined();
  });
});
