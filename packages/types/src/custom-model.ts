import type { SunoRequest, SunoResponse } from './suno-bodies.ts';

/**
 * Answer of `POST /suno/v2/customModel/prepare`: the session that binds uploads and create to one account.
 *
 * @example
 * ```ts
 * import type { CustomModelSession } from '@mountsea-suno/types';
 *
 * const session: CustomModelSession = { sessionId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890' };
 * console.log(session);
 * ```
 */
export interface CustomModelSession extends SunoResponse<'/suno/v2/customModel/prepare'> {}

/**
 * Body of `POST /suno/v2/customModel/upload`: one publicly downloadable audio file for one session.
 *
 * @example
 * ```ts
 * import type { UploadToCustomModelRequest } from '@mountsea-suno/types';
 *
 * const request: UploadToCustomModelRequest = {
 *   sessionId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
 *   audioUrl: 'https://example.com/song.mp3',
 * };
 * console.log(request);
 * ```
 */
export interface UploadToCustomModelRequest extends SunoRequest<'/suno/v2/customModel/upload'> {}

/**
 * Body of `POST /suno/v2/customModel/create`. `clipIds` are the ids that the uploads of the same session gave, at least six.
 * The call costs 100 credits.
 *
 * @example
 * ```ts
 * import type { CreateCustomModelRequest } from '@mountsea-suno/types';
 *
 * const request: CreateCustomModelRequest = {
 *   sessionId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
 *   clipIds: ['clip-1', 'clip-2', 'clip-3', 'clip-4', 'clip-5', 'clip-6'],
 *   name: 'v6Pro',
 * };
 * console.log(request);
 * ```
 */
export interface CreateCustomModelRequest extends SunoRequest<'/suno/v2/customModel/create'> {}

/**
 * The id of a finished custom model. It goes into `model` of a generate request.
 *
 * @example
 * ```ts
 * import type { CustomModelId } from '@mountsea-suno/types';
 *
 * const id: CustomModelId = 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11';
 * console.log(id);
 * ```
 */
export type CustomModelId = `chirp-custom:${string}`;
