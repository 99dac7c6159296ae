import type { SunoRequest } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/lyrics`.
 *
 * @example
 * ```ts
 * import type { LyricsRequest } from '@mountsea-suno/types';
 *
 * const request: LyricsRequest = { lyrics_model: 'default', prompt: 'a lighthouse in the fog' };
 * console.log(request);
 * ```
 */
export interface LyricsRequest extends SunoRequest<'/suno/v2/lyrics'> {}

/**
 * Body of `POST /suno/v2/mashupLyrics`. `[Instrumental]` stands for an instrumental track.
 *
 * @example
 * ```ts
 * import type { MashupLyricsRequest } from '@mountsea-suno/types';
 *
 * const request: MashupLyricsRequest = { lyrics_a: 'First song', lyrics_b: '[Instrumental]' };
 * console.log(request);
 * ```
 */
export interface MashupLyricsRequest extends SunoRequest<'/suno/v2/mashupLyrics'> {}
