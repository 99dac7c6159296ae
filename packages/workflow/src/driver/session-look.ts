import { findModelId, type Task } from '@mountsea-suno/client';
import type { SessionLook, TrainingState } from '../state/training-state.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a task says of the session, as a record keeps it. */
export function sessionLook(state: TrainingState, task: Task, at: number): SessionLook {
  const { status, createdAt, finishAt, failReason, failCode } = task;
  const modelId = findModelId(task) ?? bareModelId(state, task.data);
  return {
    at,
    status,
    ...(createdAt !== undefined && { createdAt }),
    ...(finishAt !== undefined && { finishAt }),
    ...(failReason !== undefined && { failReason }),
    ...(failCode !== undefined && { failCode }),
    ...(modelId !== undefined && { modelId }),
  };
}

/**
 * The API documents no field for the model id, and upstream keeps its uuid alone under `external_key` or `id`. Such a uuid counts when it is none
 * that the training has known before.
 */
function bareModelId(state: TrainingState, data: unknown): string | undefined {
  const known = [state.sessionId, ...state.uploads.flatMap(({ clipId, taskId }) => [clipId, taskId])];
  const candidates = [data, ...Object.values(Object(data))].flatMap((value) => {
    const { external_key: externalKey, id } = Object(Array.isArray(value) ? value[0] : value) as Record<string, unknown>;
    return [externalKey, id];
  });
  const uuid = candidates.find(
    (value): value is string => typeof value === 'string' && UUID.test(value) && !known.includes(value),
  );
  return uuid && `chirp-custom:${uuid}`;
}
