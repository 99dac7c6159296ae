import { describe, expect, it } from 'vitest';
import { parseYaml, writeYaml } from './yaml.ts';

describe('parseYaml', () => {
  it.each([
    ['an alias', 'a: &a [1]\nb: *a'],
    [
      'a bomb of aliases',
      `a: &a [x,x]\n${'bcdefgh'
        .split('')
        .map((n, i) => `${n}: &${n} [*${'abcdefgh'[i]},*${'abcdefgh'[i]}]`)
        .join('\n')}`,
    ],
    ['a key twice', 'a: 1\na: 2'],
    ['a tag', 'a: !!js/function x'],
    ['__proto__', '__proto__: {polluted: true}'],
    ['__proto__ further in', 'a: [{"__proto__": 1}]'],
    ['a merge key', 'a: {<<: {b: 1}, c: &x 1, d: *x}'],
    ['absurd depth', `a: ${'['.repeat(100)}${']'.repeat(100)}`],
    ['a list', '- 1'],
    ['nothing', ''],
    ['two documents', 'a: 1\n---\nb: 2'],
  ])('refuses %s', (_what, text) => {
    expect(() => parseYaml(text, 'page')).toThrow(/^page: /);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads what pages hold', () => {
    expect(parseYaml('a: >-\n  two\n  lines\nb: 2025-08-18T02:30:00.000Z\nc: on', 'page')).toEqual({
      a: 'two lines',
      b: '2025-08-18T02:30:00.000Z',
      c: 'on',
    });
  });
});

describe('writeYaml', () => {
  it('reads back the same', () => {
    const value = { a: 'x: y', b: ['2025-08-18', 'no', '*/', '`'], c: { d: null, e: '多行\n文字' } };
    expect(parseYaml(writeYaml(value), 'own')).toEqual(value);
  });
});
