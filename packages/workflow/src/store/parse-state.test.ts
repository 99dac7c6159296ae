import { describe, expect, test } from 'vitest';
import { StateError } from '../errors/workflow-errors.ts';
import type { TrainingState } from '../state/training-state.ts';
import { parseState } from './parse-state.ts';

const baseline = { at: 1, status: 'ready' };
const whole: TrainingState = {
  version: 2,
  id: 'a',
  baseUrl: 'https://api.example.com',
  name: 'v6Pro',
  minClips: 6,
  createdAt: 1,
  updatedAt: 2,
  sessionId: 's',
  uploads: [1, 2, 3, 4, 5, 6].map((n) => ({ audioUrl: `https://e.com/${n}`, status: 'done', attempt: 1, clipId: `c${n}` })),
  creates: [{ name: 'v6Pro', clipIds: ['c1', 'c2'], intendedAt: 2, outcome: 'accepted', baseline }],
};
const [firstUpload] = whole.uploads;
const [firstCreate] = whole.creates;

test('a whole record comes back as it was, with fields that a later release may have added', () => {
  const saved = { ...whole, later: { more: true } };
  expect(parseState('a', JSON.stringify(saved))).toEqual(saved);
});

test('a record of whatever the server said can be read again', () => {
  const snapshot = { at: 1, status: 'ready', createdAt: '', finishAt: 5, failReason: '', failCode: '' };
  const saved = {
    ...whole,
    baseline: snapshot,
    creates: [{ ...firstCreate, baseline: snapshot, problem: { code: 'x', message: '' } }],
  };
  expect(parseState('a', JSON.stringify(saved))).toEqual(saved);
});

describe('is refused with what is wrong', () => {
  test.each<[string, unknown, RegExp]>([
    ['a record cut off', JSON.stringify(whole).slice(0, -9), /not JSON, or it is cut off/],
    ['nothing', '', /not JSON, or it is cut off/],
    ['another program’s file', { name: 'package', version: '1.0.0' }, /its version is "1.0.0"/],
    ['a list', [], /its version is undefined/],
    ['null', 'null', /its version is undefined/],
    [
      'a record of a newer release',
      { ...whole, version: 3 },
      /a newer release saved it, in version 3, and this release reads versions up to 2/,
    ],
    ['a version that never was', { ...whole, version: 0 }, /its version is 0/],
    ['a record of another training', { ...whole, id: 'b' }, /record of b/],
    ['a missing field', { ...whole, name: undefined }, /\.name is not a string/],
    ['a wrong kind', { ...whole, createdAt: '1' }, /\.createdAt is not a number/],
    ['an unknown step of a file', { ...whole, uploads: [{ ...firstUpload, status: 'lost' }] }, /\.uploads \[0\] \.status/],
    ['an unknown outcome', { ...whole, creates: [{ ...firstCreate, outcome: 'maybe' }] }, /\.creates \[0\] \.outcome/],
    [
      'a create without its baseline',
      { ...whole, creates: [{ ...firstCreate, baseline: undefined }] },
      /\.baseline is not a record/,
    ],
    ['a clip of another session', { ...whole, creates: [{ ...firstCreate, clipIds: ['c1', 'x'] }] }, /clip of another session/],
    ['one clip for two files', { ...whole, uploads: [firstUpload, firstUpload] }, /one clip for two files/],
    ['clips without a session', { ...whole, sessionId: undefined }, /without a session/],
    [
      'a finished file without a clip',
      { ...whole, uploads: [...whole.uploads, { ...firstUpload, clipId: undefined }] },
      /without a clip/,
    ],
  ])('%s', (_, saved, problem) => {
    const read = (): unknown => parseState('a', typeof saved === 'string' ? saved : JSON.stringify(saved));
    expect(read).toThrow(StateError);
    expect(read).toThrow(problem);
  });
});
