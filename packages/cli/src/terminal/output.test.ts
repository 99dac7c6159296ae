import { describe, expect, it } from 'vitest';
import { createOutput, jsonLine, screenSize, type Terminal } from './output.ts';

describe('colours', () => {
  const styled = (isTTY: boolean, env: Record<string, string>, color: boolean, text = 'text'): string => {
    const stream = { isTTY } as NodeJS.WriteStream;
    const terminal: Terminal = { stdin: process.stdin, stdout: stream, stderr: stream, env, cwd: '/' };
    return createOutput(terminal, { color }).style('red', text);
  };
  const coloured = '\u001b[31mtext\u001b[39m';

  it.each<[string, isTerminal: boolean, env: Record<string, string>, color: boolean, expected: string]>([
    ['a terminal', true, {}, true, coloured],
    ['a terminal and --no-color', true, {}, false, 'text'],
    ['a terminal and NO_COLOR', true, { NO_COLOR: '1' }, true, 'text'],
    ['a terminal and an empty NO_COLOR', true, { NO_COLOR: '' }, true, coloured],
    ['a dumb terminal', true, { TERM: 'dumb' }, true, 'text'],
    ['a terminal and FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, true, 'text'],
    ['a pipe', false, {}, true, 'text'],
    ['a pipe and FORCE_COLOR', false, { FORCE_COLOR: '1' }, true, coloured],
    ['a pipe, FORCE_COLOR and --no-color', false, { FORCE_COLOR: '1' }, false, 'text'],
  ])('on %s', (_where, isTerminal, env, color, expected) => {
    expect(styled(isTerminal, { TERM: 'xterm-256color', ...env }, color)).toBe(expected);
  });

  it('leave nothing around an empty text', () => {
    expect(styled(true, {}, true, '')).toBe('');
  });
});

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
