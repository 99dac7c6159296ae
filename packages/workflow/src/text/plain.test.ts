import { expect, test } from 'vitest';
import { plain } from './plain.ts';

test.each([
  ['Audio source not found.', 'Audio source not found.'],
  ['one\ntwo\u001b[31m\u202ethree', 'one two three'],
  ['\u001b]0;owned\u0007one\r\u001b[2J\u009b1mtwo \u001b]8;;http://x\u001b\\three', ' one two  three'],
  ['one\u001b[\u001b]two', 'one [ ]two'],
  ['GET https://b.example.com/1.mp3?X-Amz-Signature=abc&x=1 gave 403', 'GET https://b.example.com/1.mp3 gave 403'],
  ['(https://e.com/a#b) and "HTTP://e.com/c?d"', '(https://e.com/a) and "HTTP://e.com/c"'],
  ['why? because', 'why? because'],
  ['cannot get https://me:secret@e.com/a@b.mp3', 'cannot get https://e.com/a@b.mp3'],
  ['x'.repeat(400), 'x'.repeat(300)],
])('%j becomes %j', (words, expected) => expect(plain(words)).toBe(expected));

test('a long text takes no long time', () => {
  expect(plain('http:'.repeat(50_000))).toBe('http:'.repeat(60));
});
