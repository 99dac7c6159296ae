// An escape sequence is removed as a whole: without its first character the rest of it would read as text.
const escapeSequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are to be removed
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)/g;

// Whatever moves a cursor or hides text: C0, DEL, C1, zero-width and bidirectional controls, line and paragraph separators. The joiners
// that emoji and several scripts need are kept.
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are to be removed
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;

/** Longer texts are cut to this many UTF-16 units before they are searched. */
const LONGEST_SEARCHED = 20_000;

/**
 * One harmless line from a text of unknown origin (a server's message, a file name, a tag): no escape sequence, no control character, white space
 * collapsed, at most `maxLength` UTF-16 units, the last of them an ellipsis where something is missing.
 */
export function printableText(text: unknown, maxLength = 500): string {
  const line = String(text)
    .slice(0, LONGEST_SEARCHED)
    .replace(escapeSequences, ' ')
    .replace(controls, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= maxLength ? line.toWellFormed() : `${line.slice(0, maxLength - 1).toWellFormed()}…`;
}
