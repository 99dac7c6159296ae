import { expect, it } from 'vitest';
import { jsonLine, screenSize } from './output.ts';

it('knows the size of a terminal, and takes a usual one when it is unknown', () => {
  expect(screenSize({ columns: 60, rows: 20 })).toEqual({ columns: 60, rows: 20 });
  expect(screenSize({ columns: 0, rows: 0 })).toEqual({ columns: 80, rows: 24 });
  expect(screenSize({})).toEqual({ columns: 80, rows: 24 });
});

it('writes JSON that keeps every text and holds no control character', () => {
  const rude = { title: 'a\u001b[31mred\u009b2J \u202egpj\u2028 夜 🎵 👩‍👩‍👧 \u{e0041}' };
  const line = jsonLine(rude);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(line).toContain('夜 🎵');
  expect(JSON.parse(line)).toEqual(rude);
});
