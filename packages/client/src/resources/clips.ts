import type {
  AdjustSpeedRequest,
  ConcatRequest,
  CreatePersonaRequest,
  DownbeatsRequest,
  LyricsRequest,
  MashupLyricsRequest,
  MidiRequest,
  Persona,
  RemasterRequest,
  TaskRef,
  TimingRequest,
  UploadFileRequest,
  VoxStem,
  VoxStemRequest,
} from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * The operations that stand at the root of the API: work on one clip, or on lyrics.
 *
 * @example
 * ```ts
 * import { type ClipMethods, createClient } from '@mountsea-suno/client';
 *
 * const { remaster }: ClipMethods = createClient();
 * const { taskId } = await remaster({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', model_name: 'chirp-carp' });
 * console.log(taskId);
 * ```
 */
export interface ClipMethods {
  /**
   * Starts the upload of one public file, to any account of the service. Not for custom models: see `customModel.upload`.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().upload({ audioUrl: 'https://example.com/song.mp3' });
   * console.log(taskId);
   * ```
   */
  upload(body: UploadFileRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Plays a clip faster or slower, by a factor of 0.25 to 4.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().adjustSpeed({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', speed_multiplier: 1.25 });
   * console.log(taskId);
   * ```
   */
  adjustSpeed(body: AdjustSpeedRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Joins an extended clip to a whole song.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().concat({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', is_infill: false });
   * console.log(taskId);
   * ```
   */
  concat(body: ConcatRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Remasters a clip.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().remaster({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', model_name: 'chirp-carp' });
   * console.log(taskId);
   * ```
   */
  remaster(body: RemasterRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Writes lyrics.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().lyrics({ lyrics_model: 'default', prompt: 'a song about rain' });
   * console.log(taskId);
   * ```
   */
  lyrics(body: LyricsRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Writes one text out of two.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().mashupLyrics({ lyrics_a: 'rain, rain', lyrics_b: '[Instrumental]' });
   * console.log(taskId);
   * ```
   */
  mashupLyrics(body: MashupLyricsRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Finds when each word of a clip is sung.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().timing({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0' });
   * console.log(taskId);
   * ```
   */
  timing(body: TimingRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Finds the downbeats of a clip.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().downbeats({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0' });
   * console.log(taskId);
   * ```
   */
  downbeats(body: DownbeatsRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Writes down a stem as MIDI. The clip has to come from a `gen_stem_all` task.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().mdi({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0' });
   * console.log(taskId);
   * ```
   */
  mdi(body: MidiRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Takes the voice out of a clip, for a vocal persona. Synchronous; times are seconds.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { id, vocal_start_s } = await createClient().getVoxStem({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0' });
   * console.log(id, vocal_start_s);
   * ```
   */
  getVoxStem(body: VoxStemRequest, options?: RequestOptions): Promise<VoxStem>;
  /**
   * Makes a persona of a clip. Synchronous.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { id } = await createClient().persona({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', name: 'me', is_public: false });
   * console.log(id);
   * ```
   */
  persona(body: CreatePersonaRequest, options?: RequestOptions): Promise<Persona>;
}
