/** The server's words, on one line and of bounded length, without what could steer a terminal. */
export function plain(words: string | undefined): string {
  return (words ?? 'no reason given').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300);
}
