import { describe, expect, test } from 'vitest';
import { printableText } from './printable-text.ts';

describe('printableText', () => {
  test.each([['Nachtfahrt – 夜のドライブ 🎵'], ['👩‍🎤 نیم‌فاصله'], ['why? because']])('leaves %s alone', (text) => {
    expect(printableText(text)).toBe(text);
  });

  test.each([
    ['colour', '\u001b[31mred\u001b[0m', 'red'],
    ['an 8-bit CSI', '\u009b2Jgone', 'gone'],
    ['title and bell', '\u001b]0;owned\u0007after', 'after'],
    ['a title that does not end', '\u001b]0;owned', ']0;owned'],
    ['an 8-bit title', '\u009d0;owned\u009cafter', 'after'],
    ['a hyperlink', '\u001b]8;;http://evil\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['a lone escape', 'a\u001bb', 'a b'],
    ['an escape within an escape', 'one\u001b[\u001b]two', 'one [ ]two'],
    ['line breaks and tabs', 'a\r\nb\tc\vd', 'a b c d'],
    ['right-to-left override', 'song\u202egpj.exe', 'song gpj.exe'],
    ['line separators', 'a\u2028b\u2029c', 'a b c'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('takes out %s', (_name, text, expected) => {
    expect(printableText(text)).toBe(expected);
  });

  test('bounds the length, and splits no character', () => {
    expect(printableText('x'.repeat(1000), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(printableText('🎵'.repeat(10), 4)).toBe('🎵\ufffd…');
  });

  test('takes what is not a string', () => {
    expect(printableText(undefined)).toBe('undefined');
    expect(printableText(4001)).toBe('4001');
  });
});
