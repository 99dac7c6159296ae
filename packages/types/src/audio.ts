import type { SunoRequest } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/audio/crop`. Times are seconds from the start of the clip.
 *
 * @example
 * ```ts
 * import type { CropRequest } from '@mountsea-suno/types';
 *
 * const request: CropRequest = { clip_id: 'clip-1', crop_start_s: 10, crop_end_s: 40 };
 * console.log(request);
 * ```
 */
export interface CropRequest extends SunoRequest<'/suno/v2/audio/crop'> {}

/**
 * Body of `POST /suno/v2/audio/fade`. At least one of the two times, in seconds, is needed.
 *
 * @example
 * ```ts
 * import type { FadeRequest } from '@mountsea-suno/types';
 *
 * const request: FadeRequest = { clip_id: 'clip-1', fade_in_time: 2, fade_out_time: 4 };
 * console.log(request);
 * ```
 */
export interface FadeRequest extends SunoRequest<'/suno/v2/audio/fade'> {}

/**
 * Body of `POST /suno/v2/adjustSpeed`. `speed_multiplier` is 0.25 to 4.
 *
 * @example
 * ```ts
 * import type { AdjustSpeedRequest } from '@mountsea-suno/types';
 *
 * const request: AdjustSpeedRequest = { clip_id: 'clip-1', speed_multiplier: 1.25, keep_pitch: true };
 * console.log(request);
 * ```
 */
export interface AdjustSpeedRequest extends SunoRequest<'/suno/v2/adjustSpeed'> {}

/**
 * Body of `POST /suno/v2/concat`. `edit_session_id` is needed when `is_infill` is true.
 *
 * @example
 * ```ts
 * import type { ConcatRequest } from '@mountsea-suno/types';
 *
 * const request: ConcatRequest = { clip_id: 'clip-1', is_infill: false };
 * console.log(request);
 * ```
 */
export interface ConcatRequest extends SunoRequest<'/suno/v2/concat'> {}

/**
 * Body of `POST /suno/v2/remaster`. `variation_category` goes with `chirp-carp` only.
 *
 * @example
 * ```ts
 * import type { RemasterRequest } from '@mountsea-suno/types';
 *
 * const request: RemasterRequest = { clip_id: 'clip-1', model_name: 'chirp-carp', variation_category: 'subtle' };
 * console.log(request);
 * ```
 */
export interface RemasterRequest extends SunoRequest<'/suno/v2/remaster'> {}
