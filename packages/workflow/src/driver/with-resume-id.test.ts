import { MountseaError } from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import { withResumeId } from './with-resume-id.ts';

test('any error gets the id, and stays the same error', () => {
  const error = new Error('x');
  expect(withResumeId(error, 'a')).toBe(error);
  expect(error).toHaveProperty('resumeId', 'a');
});

test('an error of ours that names another training keeps its id', () => {
  const error = new MountseaError('x', 'x', { resumeId: 'a' });
  expect(withResumeId(error, 'b')).toBe(error);
  expect(error.resumeId).toBe('a');
});

test('a reason that two trainings share names none of them', () => {
  const reason = new Error('x');
  withResumeId(reason, 'a');
  withResumeId(reason, 'b');
  expect(reason).toHaveProperty('resumeId', undefined);
});

test.each(['text', undefined, null, 7, Object.freeze(new Error('x'))])('%s is left as it is', (reason) => {
  expect(withResumeId(reason, 'a')).toBe(reason);
});
