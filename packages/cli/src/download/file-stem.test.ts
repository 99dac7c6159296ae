import { expect, it } from 'vitest';
import { fileStem } from './file-stem.ts';

it.each([
  ['First light', 'First light'],
  ['夜のドライブ', '夜のドライブ'],
  ['../../etc/passwd', 'etc passwd'],
  ['a/b\\c:d*e?', 'a b c d e'],
  ['...', 'song'],
  ['CON', 'song'],
  ['\u202egpj\u0000.exe', 'gpj exe'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('%j', (text, stem) => {
  expect(fileStem(text)).toBe(stem);
});
