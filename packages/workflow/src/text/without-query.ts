/** A URL without its query, which may hold a signature, and without its fragment. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
