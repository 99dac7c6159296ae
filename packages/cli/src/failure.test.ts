import { AuthenticationError, ConnectionError, NotFoundError } from '@mountsea-suno/client';
import { describe, expect, it } from 'vitest';
import { InterruptedError, UsageError } from './errors.ts';
import { failureOf } from './failure.ts';

describe('failureOf', () => {
  it('gives each kind its exit code', () => {
    expect(failureOf(new UsageError('no')).exitCode).toBe(2);
    expect(failureOf(new AuthenticationError('refused', { status: 401 })).exitCode).toBe(3);
    expect(failureOf(new ConnectionError('gone')).exitCode).toBe(6);
    expect(failureOf(new InterruptedError('interrupted')).exitCode).toBe(130);
    expect(failureOf(new TypeError('defect')).exitCode).toBe(1);
    expect(failureOf('thrown text').exitCode).toBe(1);
  });

  it('says what the operating system refused', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
      path: '/music/x\u001b[2J',
    });
    expect(failureOf(full, { command: 'resume an-id', resumeId: 'an-id' })).toMatchObject({
      exitCode: 2,
      lines: ['the disk is full (/music/x)', 'Go on with: mountsea-suno resume an-id'],
    });
    const wrapped = new ConnectionError('could not save', { cause: full });
    expect(failureOf(wrapped).lines).toContain('  (the disk is full (/music/x))');
  });

  it('ends with the command that goes on', () => {
    expect(failureOf(new InterruptedError('interrupted'), { command: 'resume an-id', resumeId: 'an-id' }).lines.at(-1)).toBe(
      'Go on with: mountsea-suno resume an-id',
    );
    expect(
      failureOf(new ConnectionError('gone', { resumeId: 'own' }), { command: 'resume other', resumeId: 'other' }).lines.at(-1),
    ).toBe('Go on with: mountsea-suno resume own');
  });

  it('names no next step when the server does not know the task of a song', () => {
    const unknown = new NotFoundError('The server does not know the task.');
    expect(failureOf(unknown, { command: 'generate --task-id a-task' }).lines.join()).not.toContain('Go on');
    expect(failureOf(unknown, { command: 'resume an-id', resumeId: 'an-id' }).lines.join()).toContain('Go on');
  });

  it('gives a program the code, the status and the charge', () => {
    const { error } = failureOf(new AuthenticationError('the \u001b[31mkey', { status: 401, requestId: 'r\n1' }));
    expect(error).toEqual({
      code: 'authentication_failed',
      message: 'the key',
      exitCode: 3,
      charged: 'no',
      status: 401,
      requestId: 'r 1',
    });
  });
});
