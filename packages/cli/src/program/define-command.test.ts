import { expect, it } from 'vitest';
import { portNumber, wholeNumber } from './define-command.ts';

it.each(['0', '-1', '1.5', '1e3', '', 'x', '9007199254740993'])('%j is not a whole number above 0', (text) => {
  expect(() => wholeNumber(text)).toThrow('whole number');
});

it('a port is at most 65535', () => {
  expect(portNumber('65535')).toBe(65_535);
  expect(() => portNumber('65536')).toThrow('65535');
});
