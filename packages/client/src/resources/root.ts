import type {
  AdjustSpeedRequest,
  ConcatRequest,
  CreatePersonaRequest,
  DownbeatsRequest,
  GenerateRequest,
  GenerateTask,
  GenerateTaskSchema,
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
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const task = hasText<TaskRef>('taskId');
const stem = hasText<VoxStem>('id');
const persona = hasText<Persona>('id');

/** The operations that stand at the root of the API: songs, lyrics, and work on one clip. */
export class RootMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Starts a song, a stem or a sound: a task of the kind that `task` names. Costs credits, so the request leaves at most once.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().generate({ task: 'create', model: 'chirp-v55', prompt: 'la la la', tags: 'folk' });
   * console.log(taskId);
   * ```
   */
  readonly generate = (body: GenerateRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/generate', { body, ...call(task, options) }));

  /**
   * Which fields a task of `generate` requires, takes and ignores; those of all tasks when none is named.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * for (const { task, required } of await createClient().generateSchema('create')) console.log(task, required);
   * ```
   */
  readonly generateSchema = (name?: GenerateTask, options?: RequestOptions): Promise<GenerateTaskSchema[]> =>
    dataOf(
      this.#suno.GET('/suno/v2/generate/schema', {
        params: { query: name === undefined ? {} : { task: name } },
        ...call(Array.isArray, options),
      }),
    );

  /**
   * Starts the upload of one public file, to any account of the service. Not for custom models: see `customModel.upload`.
   *
   * @throws MountseaError
   */
  readonly upload = (body: UploadFileRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/upload', { body, ...call(task, options) }));

  /**
   * Plays a clip faster or slower, by a factor of 0.25 to 4.
   *
   * @throws MountseaError
   */
  readonly adjustSpeed = (body: AdjustSpeedRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/adjustSpeed', { body, ...call(task, options) }));

  /**
   * Makes a whole song of an extended clip.
   *
   * @throws MountseaError
   */
  readonly concat = (body: ConcatRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/concat', { body, ...call(task, options) }));

  /**
   * Remasters a clip.
   *
   * @throws MountseaError
   */
  readonly remaster = (body: RemasterRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/remaster', { body, ...call(task, options) }));

  /**
   * Writes lyrics.
   *
   * @throws MountseaError
   */
  readonly lyrics = (body: LyricsRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/lyrics', { body, ...call(task, options) }));

  /**
   * Writes one text out of two.
   *
   * @throws MountseaError
   */
  readonly mashupLyrics = (body: MashupLyricsRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/mashupLyrics', { body, ...call(task, options) }));

  /**
   * Finds when each word of a clip is sung.
   *
   * @throws MountseaError
   */
  readonly timing = (body: TimingRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/timing', { body, ...call(task, options) }));

  /**
   * Finds the downbeats of a clip.
   *
   * @throws MountseaError
   */
  readonly downbeats = (body: DownbeatsRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/downbeats', { body, ...call(task, options) }));

  /**
   * Writes down a stem as MIDI. The clip has to come from a `gen_stem_all` task.
   *
   * @throws MountseaError
   */
  readonly mdi = (body: MidiRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/mdi', { body, ...call(task, options) }));

  /**
   * Takes the voice out of a clip, for a vocal persona. Synchronous; times are in seconds.
   *
   * @throws MountseaError
   */
  readonly getVoxStem = (body: VoxStemRequest, options?: RequestOptions): Promise<VoxStem> =>
    dataOf(this.#suno.POST('/suno/v2/getVoxStem', { body, ...call(stem, options) }));

  /**
   * Makes a persona of a clip. Synchronous.
   *
   * @throws MountseaError
   */
  readonly persona = (body: CreatePersonaRequest, options?: RequestOptions): Promise<Persona> =>
    dataOf(this.#suno.POST('/suno/v2/persona', { body, ...call(persona, options) }));
}
