/**
 * An audio file format that is known by its first bytes.
 *
 * @example
 * ```ts
 * import type { AudioFormat } from '@mountsea-suno/workflow';
 *
 * const lossless: AudioFormat[] = ['wav', 'flac'];
 * console.log(lossless.length);
 * ```
 */
export type AudioFormat = 'mp3' | 'wav' | 'flac' | 'ogg' | 'm4a' | 'aac';

/**
 * The format that the first bytes of a file tell; undefined when they look like no audio. 12 bytes are enough.
 *
 * @example
 * ```ts
 * import { audioFormat } from '@mountsea-suno/workflow';
 *
 * console.log(audioFormat(new TextEncoder().encode('fLaC....'))); // flac
 * ```
 */
export function audioFormat(bytes: Uint8Array): AudioFormat | undefined {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if ((text(0, 4) === 'RIFF' || text(0, 4) === 'RF64') && text(8, 12) === 'WAVE') return 'wav';
  if (text(0, 4) === 'fLaC') return 'flac';
  if (text(0, 4) === 'OggS') return 'ogg';
  if (text(4, 8) === 'ftyp') return 'm4a';
  if (text(0, 3) === 'ID3') return 'mp3';
  if (text(0, 4) === 'ADIF') return 'aac';
  // A frame begins with 11 set bits. The layer, bits 1 and 2 of the second byte, is 0 in AAC alone.
  const [first = 0, second = 0, third = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0x06) === 0) return (second & 0xf0) === 0xf0 ? 'aac' : undefined;
  return (third & 0xf0) === 0xf0 || (third & 0x0c) === 0x0c ? undefined : 'mp3';
}
