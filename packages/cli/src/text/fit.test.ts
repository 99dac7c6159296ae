import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, fit } from './fit.ts';

describe('fit', () => {
  it('fills up and cuts by columns, not by characters', () => {
    expect(fit('abc', 5)).toBe('abc  ');
    expect(fit('abcdef', 5)).toBe('abcd…');
    expect(fit('夜のドライブ', 6)).toBe('夜の… ');
    expect(cut('👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 5)).toBe('👩‍👩‍👧‍👧👩‍👩‍👧‍👧…');
  });
  it.each([0, 1, 2, 3, 7, 20])('is exactly %i columns wide', (width) => {
    for (const text of ['', 'a', '夜のドライブ', 'e\u0301tude', 'mixed 夜 text 🎵'])
      expect(stringWidth(fit(text, width))).toBe(width);
  });
});
