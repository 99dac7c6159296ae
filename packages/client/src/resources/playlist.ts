import type { CreatePlaylistRequest, Playlist } from '@mountsea-suno/types';
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const playlist = hasText<Playlist>('playlist_id');

/** Playlists, for inspiration tasks. */
export class PlaylistMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Makes a playlist of 1 to 4 clips of one account. Synchronous.
   *
   * @throws MountseaError
   */
  readonly create = (body: CreatePlaylistRequest, options?: RequestOptions): Promise<Playlist> =>
    dataOf(this.#suno.POST('/suno/v2/playlist/create', { body, ...call(playlist, options) }));
}
