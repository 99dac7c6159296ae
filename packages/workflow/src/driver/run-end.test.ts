import { ConflictError, NotFoundError, ServerError, ValidationError } from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import type { TrainingState } from '../state/training-state.ts';
import { finalError, withResumeId } from './run-end.ts';

test('any error gets the id and stays the same object', () => {
  const error = new Error('x');
  expect(withResumeId(error, 'a')).toBe(error);
  expect(error).toHaveProperty('resumeId', 'a');
});

test('a MountseaError that names another training keeps its id', () => {
  const error = new ServerError('x', { resumeId: 'a' });
  expect(withResumeId(error, 'b')).toBe(error);
  expect(error.resumeId).toBe('a');
});

test('a reason that two trainings share names neither of them', () => {
  const reason = new Error('x');
  withResumeId(reason, 'a');
  withResumeId(reason, 'b');
  expect(reason).toHaveProperty('resumeId', undefined);
});

test.each(['text', undefined, null, 7, Object.freeze(new Error('x'))])('%s is left as it is', (reason) => {
  expect(withResumeId(reason, 'a')).toBe(reason);
});

test.each([
  ['validation_failed', ValidationError],
  ['not_found', NotFoundError],
  ['conflict', ConflictError],
])('a create that was refused with %s ends in the same error when it is resumed', (code, Refusal) => {
  const state = { id: 'a', creates: [{ problem: { code, message: 'The name is too long.' } }] } as unknown as TrainingState;
  const error = finalError(state, 'create_refused');
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ code, message: 'The name is too long.', charged: 'no', resumeId: 'a' });
});
