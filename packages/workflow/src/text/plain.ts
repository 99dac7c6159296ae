/** Words of unknown origin, such as the server's: on one line, of bounded length, without what could steer a terminal and without what signs a URL. */
export function plain(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(https?:[^\s?#]+)[?#][^\s"'<>)]*/gi, '$1')
    .slice(0, 300);
}
