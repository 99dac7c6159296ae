/** A URL without what may be secret in it: its query, which may be a signature, its fragment, and a name and password. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
}
