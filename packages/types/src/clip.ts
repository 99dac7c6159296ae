import type { SunoRequest, SunoResponse } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/timing`: the lyrics of a clip are aligned with its audio.
 *
 * @example
 * ```ts
 * import type { TimingRequest } from '@mountsea-suno/types';
 *
 * const request: TimingRequest = { clip_id: 'clip-1' };
 * console.log(request);
 * ```
 */
export interface TimingRequest extends SunoRequest<'/suno/v2/timing'> {}

/**
 * Body of `POST /suno/v2/downbeats`.
 *
 * @example
 * ```ts
 * import type { DownbeatsRequest } from '@mountsea-suno/types';
 *
 * const request: DownbeatsRequest = { clip_id: 'clip-1' };
 * console.log(request);
 * ```
 */
export interface DownbeatsRequest extends SunoRequest<'/suno/v2/downbeats'> {}

/**
 * Body of `POST /suno/v2/mdi`. The clip has to come from a `gen_stem_all` task.
 *
 * @example
 * ```ts
 * import type { MidiRequest } from '@mountsea-suno/types';
 *
 * const request: MidiRequest = { clip_id: 'stem-1' };
 * console.log(request);
 * ```
 */
export interface MidiRequest extends SunoRequest<'/suno/v2/mdi'> {}

/**
 * Body of `POST /suno/v2/getVoxStem`.
 *
 * @example
 * ```ts
 * import type { VoxStemRequest } from '@mountsea-suno/types';
 *
 * const request: VoxStemRequest = { clip_id: 'clip-1' };
 * console.log(request);
 * ```
 */
export interface VoxStemRequest extends SunoRequest<'/suno/v2/getVoxStem'> {}

/**
 * Answer of `POST /suno/v2/getVoxStem`. Its `id` is the `vox_audio_id` of a persona; times are seconds.
 *
 * @example
 * ```ts
 * import type { VoxStem } from '@mountsea-suno/types';
 *
 * const stem: VoxStem = { id: 'vox-1', source_clip_id: 'clip-1', vocal_start_s: 12, vocal_end_s: 58 };
 * console.log(stem);
 * ```
 */
export interface VoxStem extends SunoResponse<'/suno/v2/getVoxStem'> {}
