import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

const nested = (levels: number, [open, close]: readonly [string, string] = ['[', ']']): string =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;

test.each<[string, unknown]>([
  ['{"a":[1,"x"]}', { a: [1, 'x'] }],
  [`{"text":"${'['.repeat(9_000)}"}`, { text: '['.repeat(9_000) }],
  [`{"text":"\\"${'{'.repeat(9_000)}"}`, { text: `"${'{'.repeat(9_000)}` }],
  [`[${'[],'.repeat(9_000)}1]`, [...Array.from({ length: 9_000 }, () => []), 1]],
])('%.20s is read', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test.each([['[', ']'] as const, ['{"a":', '}'] as const])('200 levels of %s are read, 201 are refused', (...pair) => {
  expect(() => parseJson(nested(200, pair))).not.toThrow();
  expect(() => parseJson(nested(201, pair))).toThrow('nested more than 200 levels deep');
});

test.each(['', '{', '[1,]', nested(9_000).slice(1)])('%.10s is not JSON', (text) => {
  expect(() => parseJson(text)).toThrow(new SyntaxError('Request body is not valid JSON'));
});
