import type { SunoRequest, SunoResponse } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/upload`: one publicly downloadable audio file. Its clip may land on any account of the service.
 *
 * @example
 * ```ts
 * import type { UploadFileRequest } from '@mountsea-suno/types';
 *
 * const request: UploadFileRequest = { audioUrl: 'https://example.com/song.mp3' };
 * console.log(request);
 * ```
 */
export interface UploadFileRequest extends SunoRequest<'/suno/v2/upload'> {}

/**
 * Answer of `POST /suno/v2/audio/upload/session`: uploads of one session land on one account.
 *
 * @example
 * ```ts
 * import type { UploadSession } from '@mountsea-suno/types';
 *
 * const session: UploadSession = { sessionId: 'f259907e-32dd-468d-95f9-e3c0baf4f01c' };
 * console.log(session);
 * ```
 */
export interface UploadSession extends SunoResponse<'/suno/v2/audio/upload/session'> {}

/**
 * Body of `POST /suno/v2/audio/upload/session/item`: one audio file for one upload session.
 *
 * @example
 * ```ts
 * import type { UploadSessionItemRequest } from '@mountsea-suno/types';
 *
 * const request: UploadSessionItemRequest = {
 *   sessionId: 'f259907e-32dd-468d-95f9-e3c0baf4f01c',
 *   audioUrl: 'https://example.com/song.mp3',
 * };
 * console.log(request);
 * ```
 */
export interface UploadSessionItemRequest extends SunoRequest<'/suno/v2/audio/upload/session/item'> {}
