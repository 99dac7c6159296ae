import { audioKindOf } from '@mountsea-suno/internal';

/** The audio file formats that the preflight accepts. */
export type AudioFormat = 'mp3' | 'wav' | 'flac' | 'ogg' | 'm4a' | 'aac';

/**
 * The format of an audio file, judging by its first bytes (64 are enough); undefined if it is none of these. Opus counts as `ogg`. HEIC and
 * AVIF pictures, which use the same container as `m4a`, do not pass.
 *
 * @example
 * ```ts
 * import { audioFormat } from '@mountsea-suno/workflow';
 *
 * console.log(audioFormat(new TextEncoder().encode('fLaC....'))); // flac
 * ```
 */
export function audioFormat(bytes: Uint8Array): AudioFormat | undefined {
  const extension = audioKindOf(bytes)?.extension;
  switch (extension) {
    case 'opus':
      return 'ogg';
    case 'aiff':
    case 'webm':
    case 'wma':
      return undefined;
    default:
      return extension;
  }
}
