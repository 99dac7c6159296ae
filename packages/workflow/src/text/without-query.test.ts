import { expect, test } from 'vitest';
import { withoutQuery } from './without-query.ts';

test.each([
  ['https://e.com/a@b.mp3?X-Amz-Signature=secret#t', 'https://e.com/a@b.mp3'],
  ['https://me:secret@e.com/1.mp3', 'https://e.com/1.mp3'],
  ['https://e.com/1.mp3#me@x', 'https://e.com/1.mp3'],
])('%s becomes %s', (url, shown) => expect(withoutQuery(url)).toBe(shown));
