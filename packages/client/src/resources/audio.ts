import type { CropRequest, FadeRequest, TaskRef } from '@mountsea-suno/types';
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const task = hasText<TaskRef>('taskId');

/** Cutting and fading clips. */
export class AudioMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Cuts a clip to a span, or a span out of it. Free.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().audio.crop({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', crop_start_s: 1, crop_end_s: 9 });
   * console.log(taskId);
   * ```
   */
  readonly crop = (body: CropRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/audio/crop', { body, ...call(task, options) }));

  /**
   * Fades a clip in or out, or both. Free.
   *
   * @throws MountseaError
   */
  readonly fade = (body: FadeRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/audio/fade', { body, ...call(task, options) }));
}
