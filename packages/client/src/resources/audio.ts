import type { CropRequest, FadeRequest, TaskRef, UploadSession, UploadSessionItemRequest } from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * Cutting, fading and uploading audio.
 *
 * @example
 * ```ts
 * import { createClient, type AudioResource } from '@mountsea-suno/client';
 *
 * const resource: AudioResource = createClient().audio;
 * console.log(Object.keys(resource));
 * ```
 */
export interface AudioResource {
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
  crop(body: CropRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Fades a clip in or out, or both. Free.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().audio.fade({ clip_id: 'cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0', fade_in_time: 2 });
   * console.log(taskId);
   * ```
   */
  fade(body: FadeRequest, options?: RequestOptions): Promise<TaskRef>;
  /** Uploads that land on one account. */
  readonly upload: AudioUploadResource;
}

/**
 * Uploads that land on one account.
 *
 * @example
 * ```ts
 * import { createClient, type AudioUploadResource } from '@mountsea-suno/client';
 *
 * const resource: AudioUploadResource = createClient().audio.upload;
 * console.log(Object.keys(resource));
 * ```
 */
export interface AudioUploadResource {
  /** Opens an upload session; its `item` uploads into it. */
  readonly session: UploadSessionResource;
}

/**
 * A session of uploads. The resource is itself the method: `client.audio.upload.session()`.
 *
 * @throws MountseaError
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 *
 * const { sessionId } = await createClient().audio.upload.session();
 * console.log(sessionId);
 * ```
 */
export interface UploadSessionResource {
  /** Opens a session. Its own task reads `success` at once; that says nothing of its uploads. */
  (options?: RequestOptions): Promise<UploadSession>;
  /**
   * Starts the upload of one file; calls with one session may run in parallel.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { session } = createClient().audio.upload;
   * const { sessionId } = await session();
   * const { taskId } = await session.item({ sessionId, audioUrl: 'https://example.com/song.mp3' });
   * console.log(taskId);
   * ```
   */
  item(body: UploadSessionItemRequest, options?: RequestOptions): Promise<TaskRef>;
}
