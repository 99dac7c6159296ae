import type { GenerateImageRequest, TaskRef } from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * Cover images.
 *
 * @example
 * ```ts
 * import { createClient, type ImageResource } from '@mountsea-suno/client';
 *
 * const resource: ImageResource = createClient().image;
 * console.log(Object.keys(resource));
 * ```
 */
export interface ImageResource {
  /**
   * Starts a task that gives two images. `basic` is free.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().image.generate({ prompt: 'a lake at dawn', image_gen_category: 'basic' });
   * console.log(taskId);
   * ```
   */
  generate(body: GenerateImageRequest, options?: RequestOptions): Promise<TaskRef>;
}
