import type { SunoRequest, SunoResponse } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/playlist/create`: 1 to 4 clips of one account.
 *
 * @example
 * ```ts
 * import type { CreatePlaylistRequest } from '@mountsea-suno/types';
 *
 * const request: CreatePlaylistRequest = { clip_ids: ['clip-1', 'clip-2'], name: 'Inspiration' };
 * console.log(request);
 * ```
 */
export interface CreatePlaylistRequest extends SunoRequest<'/suno/v2/playlist/create'> {}

/**
 * Answer of `POST /suno/v2/playlist/create`. The id goes into `playlist_id` of an inspiration task.
 *
 * @example
 * ```ts
 * import type { Playlist } from '@mountsea-suno/types';
 *
 * const playlist: Playlist = { playlist_id: 'playlist-1' };
 * console.log(playlist);
 * ```
 */
export interface Playlist extends SunoResponse<'/suno/v2/playlist/create'> {}
