import { expect, it } from 'vitest';
import { screenSize } from './screen-size.ts';

it('tells the size of a terminal, and a usual one where it does not know', () => {
  expect(screenSize({ columns: 60, rows: 20 })).toEqual({ columns: 60, rows: 20 });
  expect(screenSize({ columns: 0, rows: 0 })).toEqual({ columns: 80, rows: 24 });
  expect(screenSize({})).toEqual({ columns: 80, rows: 24 });
});
