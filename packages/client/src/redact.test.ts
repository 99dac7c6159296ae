import { expect, it } from 'vitest';
import { plainText } from './redact.ts';

it.each([
  ['one\ntwo\u001b[31m\u202ethree', 'one two three'],
  ['\u001b]0;owned\u0007one\r\u001b[2J\u009b1mtwo', 'one two'],
  ['the key is sk-0123456789', 'the key is [redacted]'],
])('makes %j harmless', (text, expected) => expect(plainText(text, 'sk-0123456789')).toBe(expected));
