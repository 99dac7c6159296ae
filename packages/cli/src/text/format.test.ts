import { expect, it } from 'vitest';
import { count, dateTime, duration, minute, size, songLabel } from './format.ts';

it('says durations', () => {
  expect([0, 7_400, 151_000, 3_751_000, -5].map(duration)).toEqual(['0:00', '0:07', '2:31', '1:02:31', '0:00']);
});

it('says sizes', () => {
  expect([0, 999, 1000, 3_440_000, 99_900_000, 999_700, 5e12].map(size)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '3.4 MB',
    '100 MB',
    '1.0 MB',
    '5.0 TB',
  ]);
});

it('says dates', () => {
  expect(dateTime(Date.UTC(2026, 10, 22, 11, 40, 1))).toBe('2026-11-22 11:40:01 UTC');
  expect(dateTime(Number.NaN)).toBe('unknown');
  expect(minute(Date.UTC(2026, 10, 22, 11, 40, 1))).toBe('2026-11-22 11:40');
});

it('counts', () => {
  expect([0, 1, 2].map((n) => count(n, 'charge'))).toEqual(['0 charges', '1 charge', '2 charges']);
});

it.each([
  ['https://example.com/songs/night%20drive.mp3?X-Amz-Signature=secret', 'night drive.mp3'],
  ['https://example.com/', 'example.com'],
  ['https://example.com/%E5%A4%9C.wav', '夜.wav'],
  ['https://example.com/100%25%.mp3', '100%25%.mp3'],
  ['https://example.com/%1b%5b31mred.mp3', 'red.mp3'],
  ['songs/one.wav', 'one.wav'],
  ['C:\\Music\\one.wav', 'one.wav'],
])('%s is called %s', (location, label) => {
  expect(songLabel(location)).toBe(label);
});
