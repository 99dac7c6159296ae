import { type AudioKind, audioHeadLength, audioKindOf } from '@mountsea-suno/internal';

export type { AudioKind };

/** How many of the first bytes {@link sniffAudio} reads. */
export const sniffLength: number = audioHeadLength;

/**
 * The kind of an audio file by its first bytes, because file names cannot be trusted: MP3, WAV (RF64 too), FLAC, Ogg (Vorbis, Opus), M4A, AAC
 * (ADTS, ADIF), AIFF, WebM/Matroska, WMA. Pictures and videos in the same containers (HEIC, AVIF, AVI) do not count as audio.
 *
 * @param head The first bytes of the file; 64 are enough.
 * @returns The kind, or undefined when the bytes are of none of these.
 * @example
 * ```ts
 * import { sniffAudio } from '@mountsea-suno/hosting';
 *
 * if (sniffAudio(new TextEncoder().encode('fLaC'))?.contentType !== 'audio/flac') throw new Error('FLAC');
 * if (sniffAudio(new TextEncoder().encode('<html>')) !== undefined) throw new Error('HTML is not audio');
 * ```
 */
export function sniffAudio(head: Uint8Array): AudioKind | undefined {
  return audioKindOf(head);
}
