import { describe, expect, test } from 'vitest';
import { urlWithoutSecrets, withoutUrlSecrets } from './url-secrets.ts';

test.each([
  ['https://e.com/a@b.mp3?X-Amz-Signature=secret#t', 'https://e.com/a@b.mp3'],
  ['https://me:secret@e.com/1.mp3', 'https://e.com/1.mp3'],
  ['https://me:sec@ret@e.com/1.mp3', 'https://e.com/1.mp3'],
  ['https://e.com/1.mp3#me@x', 'https://e.com/1.mp3'],
  ['https://e.com?next=https://me:secret@x.com/', 'https://e.com'],
  ['s3://key:secret@bucket/one.wav', 's3://bucket/one.wav'],
])('%s is shown as %s', (url, shown) => {
  expect(urlWithoutSecrets(url)).toBe(shown);
  expect(withoutUrlSecrets(url)).toBe(url.startsWith('http') ? shown : url);
});

describe('withoutUrlSecrets', () => {
  test.each([
    ['GET https://b.example.com/1.mp3?X-Amz-Signature=abc&x=1 gave 403', 'GET https://b.example.com/1.mp3 gave 403'],
    ['no song at https://u:pw@a.example/1.mp3?sig=hush#hush today', 'no song at https://a.example/1.mp3 today'],
    ['(https://e.com/a#b) and "HTTP://e.com/c?d"', '(https://e.com/a) and "HTTP://e.com/c"'],
    ['see https://e.com/a?sig=hush.', 'see https://e.com/a.'],
    [
      '<a href="http://a.example/?hush">here</a>, HTTPS://b.example#hush',
      '<a href="http://a.example/">here</a>, HTTPS://b.example',
    ],
    [String.raw`{"u":"https:\/\/me:pw@e.com\/1.mp3?sig=hush\u0026x=1"}`, String.raw`{"u":"https:\/\/e.com\/1.mp3"}`],
    [String.raw`{"inner":"{\"u\":\"https://e.com/1?hush\"}"}`, String.raw`{"inner":"{\"u\":\"https://e.com/1\"}"}`],
    ['https://a.example/1.mp3 is not a song', 'https://a.example/1.mp3 is not a song'],
    ['why? because', 'why? because'],
  ])('%j becomes %j', (text, expected) => expect(withoutUrlSecrets(text)).toBe(expected));

  test.each([
    ['many beginnings', 'http:'.repeat(200_000)],
    ['many at signs', `https://${'a@'.repeat(200_000)}`],
    ['many slashes', `https:${String.raw`\/`.repeat(200_000)}`],
    ['many sentence ends', `https://e.com/${').'.repeat(200_000)}x`],
  ])('takes time that grows with the text alone: %s', (_name, text) => {
    // A search that grows with the square of the text takes minutes here, and the test's time limit ends it.
    expect(withoutUrlSecrets(text).length).toBeLessThanOrEqual(text.length);
  });
});
