import type { TaskRef, UploadSession, UploadSessionItemRequest } from '@mountsea-suno/types';
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const session = hasText<UploadSession>('sessionId');
const task = hasText<TaskRef>('taskId');

/** Uploads that land on one account of the service. Not for custom models: see `customModel`. */
export class UploadSessionMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Opens a session. Its own task reads `success` at once, which says nothing about its uploads.
   *
   * @throws MountseaError
   */
  readonly prepare = (options?: RequestOptions): Promise<UploadSession> =>
    dataOf(this.#suno.POST('/suno/v2/audio/upload/session', call(session, options)));

  /**
   * Starts the upload of one file; calls with one session may run in parallel.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { uploadSession } = createClient();
   * const { sessionId } = await uploadSession.prepare();
   * const { taskId } = await uploadSession.item({ sessionId, audioUrl: 'https://example.com/song.mp3' });
   * console.log(taskId);
   * ```
   */
  readonly item = (body: UploadSessionItemRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/audio/upload/session/item', { body, ...call(task, options) }));
}
