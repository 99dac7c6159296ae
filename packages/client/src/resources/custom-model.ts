import type { CreateCustomModelRequest, CustomModelSession, TaskRef, UploadToCustomModelRequest } from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * Training a model of your own: prepare once, upload at least six songs, create. `@mountsea-suno/workflow` does all of it.
 *
 * @example
 * ```ts
 * import { createClient, type CustomModelResource } from '@mountsea-suno/client';
 *
 * const customModel: CustomModelResource = createClient().customModel;
 * const { sessionId } = await customModel.prepare();
 * console.log(sessionId);
 * ```
 */
export interface CustomModelResource {
  /**
   * Opens a session that binds uploads and create to one account. Synchronous; free as far as is known.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { sessionId } = await createClient().customModel.prepare();
   * console.log(sessionId);
   * ```
   */
  prepare(options?: RequestOptions): Promise<CustomModelSession>;
  /**
   * Starts the upload of one song, by its public URL. The task's data holds the clip id: see `findClipId`.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const client = createClient();
   * const { sessionId } = await client.customModel.prepare();
   * const { taskId } = await client.customModel.upload({ sessionId, audioUrl: 'https://example.com/song.mp3' });
   * console.log((await client.tasks.get(taskId)).status);
   * ```
   */
  upload(body: UploadToCustomModelRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Starts the training: 100 credits, 2 to 3 minutes. The task id is the session id. Sent again only when it is known that it was
   * not accepted; where the answer is lost, the error says `charged: 'unknown'`.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient, isMountseaError } from '@mountsea-suno/client';
   *
   * const client = createClient();
   * const { sessionId } = await client.customModel.prepare();
   * try {
   *   await client.customModel.create({ sessionId, clipIds: ['too', 'few'], name: 'v6Pro' });
   * } catch (error) {
   *   if (!isMountseaError(error) || error.charged !== 'no') throw error;
   *   console.log(error.messages);
   * }
   * ```
   */
  create(body: CreateCustomModelRequest, options?: RequestOptions): Promise<TaskRef>;
}
