/**
 * A kind of audio file, told by its first bytes.
 *
 * @example
 * ```ts
 * import type { AudioKind } from '@mountsea-suno/hosting';
 *
 * const mp3: AudioKind = { extension: 'mp3', contentType: 'audio/mpeg' };
 * ```
 */
export interface AudioKind {
  /** Usual file extension without the dot. */
  readonly extension: string;
  /** As in `audio/mpeg`. */
  readonly contentType: string;
}

/** How many of the first bytes {@link sniffAudio} looks at. */
export const sniffLength: number = 64;

/**
 * The kind of an audio file by its first bytes, as file names cannot be trusted: MP3, WAV (RF64 too), FLAC, Ogg (Vorbis, Opus), M4A, AAC (ADTS),
 * AIFF, WebM/Matroska, WMA.
 *
 * @param head The first bytes of the file; 64 are enough.
 * @returns The kind, or undefined where the bytes begin none of these.
 * @example
 * ```ts
 * import { sniffAudio } from '@mountsea-suno/hosting';
 *
 * if (sniffAudio(new TextEncoder().encode('fLaC'))?.contentType !== 'audio/flac') throw new Error('FLAC');
 * if (sniffAudio(new TextEncoder().encode('<html>')) !== undefined) throw new Error('HTML is no audio');
 * ```
 */
export function sniffAudio(head: Uint8Array): AudioKind | undefined {
  const ascii = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  const container = ascii(0, 4);
  if (container === 'RIFF' || container === 'RF64') return ascii(8, 12) === 'WAVE' ? kind('wav', 'audio/wav') : undefined;
  if (container === 'FORM') return ascii(8, 11) === 'AIF' ? kind('aiff', 'audio/aiff') : undefined;
  if (container === 'fLaC') return kind('flac', 'audio/flac');
  if (container === 'OggS') return ascii(28, 36) === 'OpusHead' ? kind('opus', 'audio/ogg') : kind('ogg', 'audio/ogg');
  if (ascii(4, 8) === 'ftyp') return kind('m4a', 'audio/mp4');
  if (container === '\x1a\x45\xdf\xa3') return kind('webm', 'audio/webm');
  if (container === '\x30\x26\xb2\x75') return kind('wma', 'audio/x-ms-wma');
  if (ascii(0, 3) === 'ID3') return kind('mp3', 'audio/mpeg');
  return mpegFrame(head);
}

/** A bare MPEG audio frame: 11 set bits, then version and layer; layer 0 is ADTS, that is AAC. */
function mpegFrame(head: Uint8Array): AudioKind | undefined {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const layer = (second >> 1) & 3;
  if (layer === 0) return (second & 0xf6) === 0xf0 ? kind('aac', 'audio/aac') : undefined;
  const isReserved = ((second >> 3) & 3) === 1 || third >> 4 === 15 || ((third >> 2) & 3) === 3;
  return isReserved ? undefined : kind('mp3', 'audio/mpeg');
}

function kind(extension: string, contentType: string): AudioKind {
  return { extension, contentType };
}
