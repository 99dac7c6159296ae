import { findModelId, type Task } from '@mountsea-suno/client';
import type { SessionLook, TrainingState } from '../state/training-state.ts';
import { plain } from '../text/plain.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a task says of the session, as a record keeps it. */
export function sessionLook(state: TrainingState, task: Task, at: number): SessionLook {
  const { status, data } = task;
  // Some servers send an empty text where there is nothing to say.
  const [createdAt, finishAt, failCode] = [task.createdAt || undefined, task.finishAt || undefined, task.failCode || undefined];
  const failReason = task.failReason ? plain(task.failReason) : undefined;
  return { at, status, createdAt, finishAt, failReason, failCode, modelId: findModelId(task) ?? bareModelId(state, data) };
}

/**
 * The API documents no field for the model id, and upstream keeps its uuid alone under `external_key` or `id`. Such a uuid counts when it is none
 * that the training has known before.
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
