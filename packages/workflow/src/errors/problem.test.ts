import { expect, test } from 'vitest';
import { problemOf, untrustedText } from './problem.ts';

test.each([
  ['Audio source not found.', 'Audio source not found.'],
  ['one\ntwo\u001b[31m\u202ethree', 'one two three'],
  ['\u001b]0;owned\u0007one\r\u001b[2J\u009b1mtwo \u001b]8;;http://x\u001b\\three', 'one two three'],
  ['one\u001b[\u001b]two', 'one [ ]two'],
  ['GET https://b.example.com/1.mp3?X-Amz-Signature=abc&x=1 gave 403', 'GET https://b.example.com/1.mp3 gave 403'],
  ['(https://e.com/a#b) and "HTTP://e.com/c?d"', '(https://e.com/a) and "HTTP://e.com/c"'],
  ['why? because', 'why? because'],
  ['cannot get https://me:secret@e.com/a@b.mp3', 'cannot get https://e.com/a@b.mp3'],
  ['get https://e.com/a?X-Amz-Signature=one\u200btwo\u001bthree', 'get https://e.com/a'],
  [`${'x'.repeat(290)} https://me:secret@e.com/1.mp3`, `${'x'.repeat(290)} https://…`],
  ['x'.repeat(400), `${'x'.repeat(299)}…`],
])('%j becomes %j', (text, expected) => expect(untrustedText(text)).toBe(expected));

test('a long text does not take long', () => {
  expect(untrustedText('http:'.repeat(50_000))).toBe(`${'http:'.repeat(60).slice(0, 299)}…`);
});

test('whatever was thrown has a code and a message', () => {
  expect(problemOf('no\ndisk')).toEqual({ code: 'unexpected_error', message: 'no disk' });
});
