import { stripVTControlCharacters } from 'node:util';

// C0, DEL, C1, zero-width and bidirectional controls, line and paragraph separators: nothing that moves a cursor or hides text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;

/**
 * One harmless line of text from a text of unknown origin (a server's message, a file name, a URL): escape sequences and control
 * characters removed, white space collapsed, at most `maxLength` UTF-16 units.
 */
export function plain(text: unknown, maxLength = 500): string {
  const line = stripVTControlCharacters(String(text)).toWellFormed().replace(controls, ' ').replace(/\s+/gu, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}…`;
}
