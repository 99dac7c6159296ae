import type { GenerateImageRequest, TaskRef } from '@mountsea-suno/types';
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const task = hasText<TaskRef>('taskId');

/** Cover images. */
export class ImageMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Starts a task that gives two images. `basic` is free.
   *
   * @throws MountseaError
   */
  readonly generate = (body: GenerateImageRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/image/generate', { body, ...call(task, options) }));
}
