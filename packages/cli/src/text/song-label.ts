import { plain } from './plain.ts';

/** What a person calls the song behind a URL or path: its last path segment, else its host. Never its query (it may hold a signature). */
export function songLabel(location: string): string {
  let path = location;
  let host = '';
  if (URL.canParse(location)) {
    const url = new URL(location);
    path = url.pathname;
    host = url.host;
  }
  const last = path.split(/[\\/]/u).filter(Boolean).at(-1) ?? host;
  try {
    return plain(decodeURIComponent(last), 120) || host;
  } catch {
    return plain(last, 120) || host;
  }
}
