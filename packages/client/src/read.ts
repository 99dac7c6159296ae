import type { CustomModelSession, TaskRef } from '@mountsea-suno/types';
import { isFields } from './task.ts';

/** An answer that names a task. Fields beyond it are kept. */
export function readTaskRef(body: unknown): TaskRef | undefined {
  return isFields(body) && typeof body.taskId === 'string' && body.taskId !== '' ? (body as TaskRef) : undefined;
}

/** An answer that names a session. */
export function readSession(body: unknown): CustomModelSession | undefined {
  return isFields(body) && typeof body.sessionId === 'string' && body.sessionId !== '' ? (body as CustomModelSession) : undefined;
}
