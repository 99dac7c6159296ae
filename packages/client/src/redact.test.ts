import { expect, it } from 'vitest';
import { printable } from './redact.ts';

it.each([
  ['one\ntwo\u001b[31m\u202ethree', 'one two three'],
  ['\u001b]0;owned\u0007one\r\u001b[2J\u009b1mtwo', 'one two'],
  ['the key is sk-0123456789', 'the key is [redacted]'],
  ['no song at https://u:pw@a.example/1.mp3?X-Amz-Signature=hush&x=1#hush today', 'no song at https://a.example/1.mp3 today'],
  [
    '<a href="http://a.example/?hush">here</a>, HTTPS://b.example#hush',
    '<a href="http://a.example/">here</a>, HTTPS://b.example',
  ],
  ['https://a.example/1.mp3 is not a song', 'https://a.example/1.mp3 is not a song'],
])('makes %j harmless', (text, expected) => expect(printable(text, 'sk-0123456789')).toBe(expected));
