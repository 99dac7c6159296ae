import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';

describe('plain', () => {
  it('leaves ordinary text of any script alone', () => {
    expect(plain('Nachtfahrt – 夜のドライブ 🎵')).toBe('Nachtfahrt – 夜のドライブ 🎵');
  });
  it.each([
    ['colour', '\u001b[31mred\u001b[0m', 'red'],
    ['8-bit CSI', '\u009b2Jgone', 'gone'],
    ['title and bell', '\u001b]0;owned\u0007after', 'after'],
    ['hyperlink', '\u001b]8;;http://evil\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['a lone escape', 'a\u001bb', 'a b'],
    ['line breaks and tabs', 'a\r\nb\tc\vd', 'a b c d'],
    ['right-to-left override', 'song\u202egpj.exe', 'song gpj.exe'],
    ['line separators', 'a\u2028b\u2029c', 'a b c'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('removes %s', (_name, text, expected) => {
    expect(plain(text)).toBe(expected);
  });
  it('bounds the length', () => {
    expect(plain('x'.repeat(1000), 10)).toBe(`${'x'.repeat(9)}…`);
  });
  it('takes what is no string', () => {
    expect(plain(undefined)).toBe('undefined');
    expect(plain(4001)).toBe('4001');
  });
});
