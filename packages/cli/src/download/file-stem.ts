/**
 * A file name without extension from a text of the user's own, safe on every platform: letters and digits of any script, `-`, `_` and
 * spaces; at most 60 characters; no reserved Windows name.
 */
export function fileStem(text: string, otherwise = 'song'): string {
  const stem = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_ -]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = [...stem].slice(0, 60).join('').trim();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(short) ? otherwise : short;
}
