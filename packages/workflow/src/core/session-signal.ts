import { findModelId, type Task } from '@mountsea-suno/client';
import { untrustedText } from '../errors/problem.ts';
import type { CreateAttempt, SessionSnapshot, TrainingState } from '../state/training-state.ts';

/**
 * What a snapshot of the session says of a create. 'changed': something has happened that proves neither that the create was accepted nor that it was
 * not. 'none': the snapshot says nothing.
 */
export type SessionSignal = 'succeeded' | 'failed' | 'accepted' | 'changed' | 'none';

/**
 * Compares a snapshot of the session with the baseline of a create. Only a difference counts: the task id is the session id, so before the create it
 * stands for the session, and after a failed create it may go on showing that failure for a while.
 */
export function classifySession(
  attempt: Pick<CreateAttempt, 'baseline' | 'sessionChanged' | 'knownFrom'>,
  snapshot: SessionSnapshot,
): SessionSignal {
  const { baseline } = attempt;
  // Where a response said that a training was begun, a full model id is its result, whatever the session showed before.
  const isNewModel = snapshot.modelId !== baseline.modelId || (attempt.knownFrom === 'response' && isModelId(snapshot.modelId));
  if (snapshot.status === 'success' && snapshot.modelId && isNewModel) return 'succeeded';
  if (isFailure(snapshot.status)) return isFailureOf(attempt, snapshot) ? 'failed' : 'none';
  if (snapshot.status === 'not-found') return 'none';
  if (snapshot.status !== baseline.status) return isActive(snapshot.status) ? 'accepted' : 'changed';
  const sameTimes = snapshot.createdAt === baseline.createdAt && snapshot.finishAt === baseline.finishAt;
  return sameTimes ? 'none' : 'changed';
}

/** Whether a failure belongs to this create, and is not the one that its baseline already showed. */
function isFailureOf(
  { baseline, sessionChanged }: Pick<CreateAttempt, 'baseline' | 'sessionChanged'>,
  snapshot: SessionSnapshot,
): boolean {
  if (!isFailure(baseline.status)) return true;
  if (snapshot.finishAt !== undefined && baseline.finishAt !== undefined) return snapshot.finishAt !== baseline.finishAt;
  const isSame =
    snapshot.status === baseline.status && snapshot.failReason === baseline.failReason && snapshot.failCode === baseline.failCode;
  return !isSame || sessionChanged === true;
}

const ACTIVE = ['queued', 'running', 'stream', 'awaiting'];
const FAILED = ['failed', 'timeout'];
/** The status in the snapshot of a session that could not be polled and did not have to be. */
export const UNREADABLE = 'unreadable';

/** Whether a task has ended without a result. */
export const isFailure = (status: string | undefined): boolean => FAILED.includes(status ?? '');
const isActive = (status: string | undefined): boolean => ACTIVE.includes(status ?? '');
/** Whether an id is the full id of a model, and not a uuid that may be one. */
export const isModelId = (id: string | undefined): boolean => id?.startsWith('chirp-custom:') === true;
/** Whether a session may show this status without ever having been created on. It takes a create to reach any other. */
export const isIdle = (status: string): boolean => ['ready', 'success', 'awaiting', 'not-found', UNREADABLE].includes(status);
/** Whether this release has a rule for a status. */
export const isKnown = (status: string): boolean => isActive(status) || isFailure(status) || isIdle(status);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a record keeps of one poll of the session. */
export function sessionSnapshot(state: TrainingState, task: Task, at: number): SessionSnapshot {
  const { status, data } = task;
  // Some servers send an empty text where they have nothing to say.
  const [createdAt, finishAt, failCode] = [task.createdAt || undefined, task.finishAt || undefined, task.failCode || undefined];
  const failReason = task.failReason ? untrustedText(task.failReason) : undefined;
  return { at, status, createdAt, finishAt, failReason, failCode, modelId: findModelId(task) ?? bareModelId(state, data) };
}

/**
 * The API documents no field for the model id, and Suno itself keeps the bare uuid under `external_key` or `id`. Such a uuid counts unless the training
 * already knows it as the id of something else.
 */
function bareModelId({ sessionId, uploads }: TrainingState, data: unknown): string | undefined {
  const isNew = (value: unknown): value is string =>
    typeof value === 'string' &&
    UUID.test(value) &&
    value !== sessionId &&
    !uploads.some(({ clipId, taskId }) => value === clipId || value === taskId);
  const records: Record<string, unknown>[] = [data, ...Object.values(Object(data))].map(Object);
  return records.flatMap((record) => [record.external_key, record.id]).find(isNew);
}
