import { expect, it } from 'vitest';
import { parseEntry } from './model-entry.ts';

const modelId = 'chirp-custom:0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f0001';

it('keeps what is known, drops the rest', () => {
  expect(parseEntry({ modelId, name: 'v6Pro', songs: 6, trainedAt: '2026-11-22T10:00:00Z', later: true, baseUrl: 7 })).toEqual({
    modelId,
    name: 'v6Pro',
    songs: 6,
    trainedAt: '2026-11-22T10:00:00.000Z',
  });
});

it.each([
  [null, 'not a model'],
  [[], 'not a model'],
  [{ name: 'x', modelId: '../../etc/passwd' }, 'chirp-custom:<uuid>'],
  [{ modelId }, 'no name'],
])('refuses %j', (value, why) => {
  expect(parseEntry(value)).toContain(why);
});
