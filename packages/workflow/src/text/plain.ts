// An escape sequence goes as a whole: without its first character the rest of it would read as text.
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /(?:(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+/gu;

/** What looks for URLs takes time that grows with the square of the text. */
const SEARCHED = 2_000;

/** Words of unknown origin, such as the server's: on one line, of bounded length, without what could steer a terminal and without what may be secret in a URL. */
export function plain(words: string): string {
  return words
    .replace(controls, ' ')
    .slice(0, SEARCHED)
    .replace(/(https?:[^\s?#]+)[?#][^\s"'<>)]*/gi, '$1')
    .replace(/(https?:\/\/)[^\s/]*@/gi, '$1')
    .slice(0, 300);
}
