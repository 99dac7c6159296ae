import type { CreateAttempt, SessionLook } from '../state/training-state.ts';

/** What a look at the session says of a create, given how the session read before it. */
export type Evidence = 'succeeded' | 'failed' | 'accepted' | 'moved' | 'silent';

const ACTIVE = ['queued', 'running', 'stream', 'awaiting'];
const FAILED = ['failed', 'timeout'];

export const isFailure = (status: string | undefined): boolean => FAILED.includes(status ?? '');
const isActive = (status: string | undefined): boolean => ACTIVE.includes(status ?? '');
/** A model's id in full, not a uuid that may be one. */
export const isModelId = (id: string | undefined): boolean => id?.startsWith('chirp-custom:') === true;
/** What is noted of a session that could not be looked at and need not be. */
export const UNREADABLE = 'unreadable';
/** What a session may read that was never created on. Other states are reached by a create alone. */
export const isIdle = (status: string): boolean => ['ready', 'success', 'awaiting', 'not-found', UNREADABLE].includes(status);
/** A status that this release has a rule for. */
export const isKnown = (status: string): boolean => isActive(status) || isFailure(status) || isIdle(status);

/**
 * Only a change counts: the task id is the session id, so before create it stands for the session, and after a failed create it may go on
 * showing that failure for a while. 'moved': something happened that is neither proof of acceptance nor of the contrary.
 */
export function judgeSession(attempt: Pick<CreateAttempt, 'before' | 'moved' | 'evidence'>, look: SessionLook): Evidence {
  const { before } = attempt;
  // Where the answer says that a training was begun, a model in full is its result, whatever was seen before.
  const isNew = look.modelId !== before.modelId || (attempt.evidence === 'answer' && isModelId(look.modelId));
  if (look.status === 'success' && look.modelId && isNew) return 'succeeded';
  if (isFailure(look.status)) return isFreshFailure(attempt, look) ? 'failed' : 'silent';
  if (look.status === 'not-found') return 'silent';
  if (look.status !== before.status) return isActive(look.status) ? 'accepted' : 'moved';
  return look.createdAt !== before.createdAt || look.finishAt !== before.finishAt ? 'moved' : 'silent';
}

/** Whether a failure belongs to this attempt and is not the one that the session showed before it. */
function isFreshFailure({ before, moved }: Pick<CreateAttempt, 'before' | 'moved'>, look: SessionLook): boolean {
  if (!isFailure(before.status)) return true;
  if (look.finishAt !== undefined && before.finishAt !== undefined) return look.finishAt !== before.finishAt;
  const same = look.status === before.status && look.failReason === before.failReason && look.failCode === before.failCode;
  return !same || moved === true;
}
