import { describe, expect, test } from 'vitest';
import type { SessionLook } from '../state/training-state.ts';
import { type Evidence, judgeSession } from './session-evidence.ts';

type Look = Partial<SessionLook>;
const at = (look: Look): SessionLook => ({ at: 0, status: 'ready', ...look });
const judge = (before: Look, look: Look, moved?: boolean): Evidence =>
  judgeSession({ before: at(before), ...(moved && { moved }) }, at(look));
const model = 'chirp-custom:11111111-2222-4333-8444-555555555555';
const oldFailure: Look = { status: 'failed', createdAt: '1', finishAt: '2', failReason: 'Moderation.' };

describe('a look says', () => {
  test.each<[string, Look, Look, Evidence]>([
    ['nothing where nothing changed', { status: 'ready' }, { status: 'ready' }, 'silent'],
    ['nothing by a success without a model', { status: 'success' }, { status: 'success' }, 'silent'],
    ['nothing by a running session that ran before', { status: 'running' }, { status: 'running' }, 'silent'],
    ['nothing by an id that is not known (yet)', { status: 'ready' }, { status: 'not-found' }, 'silent'],
    ['acceptance by running', { status: 'ready' }, { status: 'running' }, 'accepted'],
    ['acceptance by queued', { status: 'success' }, { status: 'queued' }, 'accepted'],
    ['acceptance by running after a failure', oldFailure, { status: 'running' }, 'accepted'],
    ['success by a model id', { status: 'success' }, { status: 'success', modelId: model }, 'succeeded'],
    ['no success by a model id while it runs', { status: 'ready' }, { status: 'running', modelId: model }, 'accepted'],
    [
      'no success by an id that was there before',
      { status: 'success', modelId: model },
      { status: 'success', modelId: model },
      'silent',
    ],
    ['a change by a status that nobody knows', { status: 'ready' }, { status: 'dreaming' }, 'moved'],
    ['a change by a success without a model', { status: 'ready' }, { status: 'success' }, 'moved'],
    ['a change by ready after a failure', oldFailure, { status: 'ready' }, 'moved'],
    ['a change by ready where there was nothing', { status: 'not-found' }, { status: 'ready' }, 'moved'],
    ['a change by another creation time', { status: 'ready', createdAt: '1' }, { status: 'ready', createdAt: '2' }, 'moved'],
    ['failure by the first failure', { status: 'ready' }, { status: 'failed' }, 'failed'],
    ['failure by a timeout', { status: 'success' }, { status: 'timeout' }, 'failed'],
    ['nothing by the failure of the attempt before', oldFailure, oldFailure, 'silent'],
    ['failure by one that ended at another time', oldFailure, { ...oldFailure, finishAt: '3' }, 'failed'],
    [
      'failure by one for another reason, where no times are told',
      { status: 'failed' },
      { status: 'failed', failReason: 'x' },
      'failed',
    ],
    ['nothing by the same failure, where no times are told', { status: 'failed' }, { status: 'failed' }, 'silent'],
  ])('%s', (_, before, look, evidence) => expect(judge(before, look)).toBe(evidence));

  test('failure by the same one, once the session has been seen in another state', () => {
    expect(judge({ status: 'failed' }, { status: 'failed' }, true)).toBe('failed');
    expect(judge(oldFailure, oldFailure, true)).toBe('silent');
  });
});
