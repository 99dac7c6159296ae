import { expect, test } from 'vitest';
import { InvalidArgumentError, isCustomModelId, parseCustomModelId } from './index.ts';

const id = 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11';

test.each([
  [id, true],
  [id.toUpperCase().replace('CHIRP-CUSTOM', 'chirp-custom'), true],
  ['chirp-custom:mine', false],
  [`${id} `, false],
  ['chirp-v55', false],
  [7, false],
  [undefined, false],
])('%j is the id of a custom model: %s', (value, expected) => {
  expect(isCustomModelId(value)).toBe(expected);
});

test('a typed id is read, and what is not one is named without what could steer a terminal', () => {
  expect(parseCustomModelId(` ${id}\n`)).toBe(id);
  expect(() => parseCustomModelId('v6\u001b[31mPro')).toThrow(InvalidArgumentError);
  expect(() => parseCustomModelId('v6\u001b[31mPro')).toThrow('"v6 Pro" is not the id of a custom model');
});
