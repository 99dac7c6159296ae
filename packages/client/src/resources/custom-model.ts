import type { CreateCustomModelRequest, CustomModelSession, TaskRef, UploadToCustomModelRequest } from '@mountsea-suno/types';
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const session = hasText<CustomModelSession>('sessionId');
const task = hasText<TaskRef>('taskId');

/** Training a model of your own: prepare once, upload at least six songs, create. `@mountsea-suno/workflow` does all of it. */
export class CustomModelMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Opens a session that binds uploads and create to one account. Synchronous; no price is documented.
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
  readonly prepare = (options?: RequestOptions): Promise<CustomModelSession> =>
    dataOf(this.#suno.POST('/suno/v2/customModel/prepare', call(session, options)));

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
  readonly upload = (body: UploadToCustomModelRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/customModel/upload', { body, ...call(task, options) }));

  /**
   * Starts the training: 100 credits, 2 to 3 minutes. The task id is the session id. The request leaves at most once; where the response is lost,
   * the error says `charged: 'unknown'`, and the session or the ledger shows what became of it.
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
  readonly create = (body: CreateCustomModelRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/customModel/create', { body, ...call(task, options) }));
}
