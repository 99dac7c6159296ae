import { expect, it } from 'vitest';
import { table } from './table.ts';

it('aligns by columns on the screen', () => {
  expect(
    table(
      [{ title: 'name' }, { title: 'n', right: true }],
      [
        ['夜', '5'],
        ['v6Pro', '1234'],
      ],
    ),
  ).toEqual(['name      n', '夜        5', 'v6Pro  1234']);
});
