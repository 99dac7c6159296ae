import { expect, it } from 'vitest';
import { songLabel } from './song-label.ts';

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
