import { expect, test } from 'vitest';
import { rangeResponse } from './serve-file.ts';

const ten = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

test.each<[string | undefined, number, string | undefined, number[]]>([
  [undefined, 200, undefined, [...ten]],
  ['bytes=0-0', 206, 'bytes 0-0/10', [0]],
  ['bytes=2-4', 206, 'bytes 2-4/10', [2, 3, 4]],
  ['bytes=7-', 206, 'bytes 7-9/10', [7, 8, 9]],
  ['bytes=-2', 206, 'bytes 8-9/10', [8, 9]],
  ['bytes=-99', 206, 'bytes 0-9/10', [...ten]],
  ['bytes=5-99', 206, 'bytes 5-9/10', [5, 6, 7, 8, 9]],
  ['bytes=10-', 416, 'bytes */10', []],
  ['bytes=-0', 416, 'bytes */10', []],
  ['bytes=4-2', 200, undefined, [...ten]],
  ['bytes=0-1,4-5', 200, undefined, [...ten]],
  ['lines=1-2', 200, undefined, [...ten]],
  ['bytes=-', 200, undefined, [...ten]],
])('%s gives %i', (range, status, contentRange, body) => {
  const response = rangeResponse(ten, 'audio/wav', range);
  expect([response.status, response.headers['content-range'], [...(response.body as Uint8Array)]]).toEqual([
    status,
    contentRange,
    body,
  ]);
});
