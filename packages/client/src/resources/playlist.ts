import type { CreatePlaylistRequest, Playlist } from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * Playlists, for inspiration tasks.
 *
 * @example
 * ```ts
 * import { createClient, type PlaylistResource } from '@mountsea-suno/client';
 *
 * const resource: PlaylistResource = createClient().playlist;
 * console.log(Object.keys(resource));
 * ```
 */
export interface PlaylistResource {
  /**
   * Makes a playlist of 1 to 4 clips of one account. Synchronous.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { playlist_id } = await createClient().playlist.create({ clip_ids: ['cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0'] });
   * console.log(playlist_id);
   * ```
   */
  create(body: CreatePlaylistRequest, options?: RequestOptions): Promise<Playlist>;
}
