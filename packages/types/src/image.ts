import type { SunoRequest } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/image/generate`. The task gives two images.
 *
 * @example
 * ```ts
 * import type { GenerateImageRequest } from '@mountsea-suno/types';
 *
 * const request: GenerateImageRequest = { prompt: 'a lighthouse', image_gen_category: 'basic' };
 * console.log(request);
 * ```
 */
export interface GenerateImageRequest extends SunoRequest<'/suno/v2/image/generate'> {}
