import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, fit, table } from './columns.ts';

const columns = [{ title: 'name' }, { title: 'n', right: true }];
const rows = [
  ['夜', '5'],
  ['v6Pro', '1234'],
];

it('aligns a table by columns on the screen', () => {
  expect(table(columns, rows)).toEqual(['name      n', '夜        5', 'v6Pro  1234']);
});

describe('a table in a terminal', () => {
  const wide = [
    { title: 'id' },
    { title: 'name', atLeast: 5 },
    { title: 'state', atLeast: 7 },
    { title: 'when', optional: true },
  ];
  const record = ['0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f0001', '夜のドライブ, the long one', 'failed: too quiet', '2026-11-22 11:40'];

  it.each([200, 101, 90, 60, 53])('takes at most %i columns, and keeps the id whole', (width) => {
    const lines = table(wide, [record], width);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    expect(lines[1]).toContain(record[0]);
  });

  it('cuts the widest first, and leaves out what is optional', () => {
    expect(table(wide, [record], 60)).toEqual([
      'id                                    name        state',
      '0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f0001  夜のドラ…   failed: t…',
    ]);
  });

  it('is as narrow as it can be when there is no room at all', () => {
    expect(table(wide, [record], 10)[1]).toBe('0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f0001  夜の…  failed…');
  });
});

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
