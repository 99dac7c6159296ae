import type { Task } from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import type { TrainingState } from '../state/training-state.ts';
import { sessionLook } from './session-look.ts';

const uuid = (digit: number): string => '00000000-0000-4000-8000-00000000000'.replaceAll('0', String(digit)) + digit;
const state = { sessionId: uuid(1), uploads: [{ clipId: uuid(2), taskId: uuid(3) }] } as unknown as TrainingState;
const modelIn = (data: unknown): string | undefined =>
  sessionLook(state, { taskId: 's', status: 'success', data, raw: { data } } as Task, 0).modelId;

test('a model id is taken wherever it is, before any other id', () => {
  const id = `chirp-custom:${uuid(9)}`;
  expect(modelIn({ id })).toBe(id);
  expect(modelIn([{ id: uuid(8), deep: { model: id } }])).toBe(id);
});

test('a bare uuid is taken from external_key before id, at the top, in a list or one level down', () => {
  expect(modelIn({ id: uuid(8), external_key: uuid(9) })).toBe(uuid(9));
  expect(modelIn([{ id: uuid(9) }])).toBe(uuid(9));
  expect(modelIn({ custom_model: { id: uuid(9) } })).toBe(uuid(9));
});

test.each([
  ['the session', { id: uuid(1) }],
  ['a clip', { clips: [{ id: uuid(2) }], clip: { id: uuid(2) } }],
  ['an upload task', [{ id: uuid(3) }]],
  ['no uuid', { id: 'model-7' }],
  ['nothing', undefined],
  ['null', null],
  ['text', 'done'],
])('the id of %s is none of a model', (_, data) => expect(modelIn(data)).toBeUndefined());

test('an empty text is nothing', () => {
  const task = { taskId: 's', status: 'ready', createdAt: '', finishAt: '', failReason: '', failCode: '', raw: {} };
  expect(sessionLook(state, task, 0)).toEqual({ at: 0, status: 'ready' });
});
