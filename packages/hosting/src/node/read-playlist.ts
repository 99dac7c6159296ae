import type { ListedSong } from './read-manifest.ts';

/**
 * The songs of an M3U playlist: one a line, `#` lines aside. `.m3u` is Latin-1 by custom and UTF-8 more often than not, so both are tried.
 * Backslashes are separators, as playlists come from Windows.
 */
export function readPlaylist(bytes: Uint8Array): ListedSong[] {
  const lines = decode(bytes)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
  const songs = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return songs.map((line) => (/^[a-z]+:\/\//i.test(line) ? line : line.replaceAll('\\', '/')));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
