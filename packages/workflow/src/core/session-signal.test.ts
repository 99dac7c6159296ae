import type { Task } from '@mountsea-suno/client';
import { describe, expect, test } from 'vitest';
import type { SessionSnapshot, TrainingState } from '../state/training-state.ts';
import { classifySession, type SessionSignal, sessionSnapshot } from './session-signal.ts';

type Shown = Partial<SessionSnapshot>;
const at = (shown: Shown): SessionSnapshot => ({ at: 0, status: 'ready', ...shown });
const classify = (baseline: Shown, shown: Shown, sessionChanged?: boolean): SessionSignal =>
  classifySession({ baseline: at(baseline), sessionChanged }, at(shown));
const model = 'chirp-custom:11111111-2222-4333-8444-555555555555';
const oldFailure: Shown = { status: 'failed', createdAt: '1', finishAt: '2', failReason: 'Moderation.' };

describe('a snapshot is classified where', () => {
  test.each<[string, Shown, Shown, SessionSignal]>([
    ['nothing has changed', { status: 'ready' }, { status: 'ready' }, 'none'],
    ['it reads success, without a model, as before', { status: 'success' }, { status: 'success' }, 'none'],
    ['the session runs, as before', { status: 'running' }, { status: 'running' }, 'none'],
    ['the server does not know the session (yet)', { status: 'ready' }, { status: 'not-found' }, 'none'],
    ['the session runs', { status: 'ready' }, { status: 'running' }, 'accepted'],
    ['the session is queued', { status: 'success' }, { status: 'queued' }, 'accepted'],
    ['the session runs after a failure', oldFailure, { status: 'running' }, 'accepted'],
    ['a model id has appeared', { status: 'success' }, { status: 'success', modelId: model }, 'succeeded'],
    [
      'a model id has appeared while the session still runs',
      { status: 'ready' },
      { status: 'running', modelId: model },
      'accepted',
    ],
    ['the same model id was there before', { status: 'success', modelId: model }, { status: 'success', modelId: model }, 'none'],
    ['the status is one that nobody knows', { status: 'ready' }, { status: 'dreaming' }, 'changed'],
    ['it reads success without a model', { status: 'ready' }, { status: 'success' }, 'changed'],
    ['it reads ready after a failure', oldFailure, { status: 'ready' }, 'changed'],
    ['it reads ready where the server did not know the session', { status: 'not-found' }, { status: 'ready' }, 'changed'],
    ['the creation time has changed', { status: 'ready', createdAt: '1' }, { status: 'ready', createdAt: '2' }, 'changed'],
    ['it has failed for the first time', { status: 'ready' }, { status: 'failed' }, 'failed'],
    ['it has timed out', { status: 'success' }, { status: 'timeout' }, 'failed'],
    ['it shows the failure of the attempt before', oldFailure, oldFailure, 'none'],
    ['it shows a failure that ended at another time', oldFailure, { ...oldFailure, finishAt: '3' }, 'failed'],
    [
      'it shows a failure for another reason, and the server gives no times',
      { status: 'failed' },
      { status: 'failed', failReason: 'x' },
      'failed',
    ],
    ['it shows the same failure, and the server gives no times', { status: 'failed' }, { status: 'failed' }, 'none'],
  ])('%s', (_, baseline, shown, signal) => expect(classify(baseline, shown)).toBe(signal));

  test('it shows the same failure, but another status in between', () => {
    expect(classify({ status: 'failed' }, { status: 'failed' }, true)).toBe('failed');
    expect(classify(oldFailure, oldFailure, true)).toBe('none');
  });
});

const uuid = (digit: number): string => '00000000-0000-4000-8000-00000000000'.replaceAll('0', String(digit)) + digit;
const state = { sessionId: uuid(1), uploads: [{ clipId: uuid(2), taskId: uuid(3) }] } as unknown as TrainingState;
const modelIn = (data: unknown): string | undefined =>
  sessionSnapshot(state, { taskId: 's', status: 'success', data, raw: { data } } as Task, 0).modelId;

test('a full model id is taken wherever it is, before any other id', () => {
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
])('the id of %s is not taken for that of a model', (_, data) => expect(modelIn(data)).toBeUndefined());

test('an empty text counts as nothing', () => {
  const task = { taskId: 's', status: 'ready', createdAt: '', finishAt: '', failReason: '', failCode: '', raw: {} };
  expect(sessionSnapshot(state, task, 0)).toEqual({ at: 0, status: 'ready' });
});
