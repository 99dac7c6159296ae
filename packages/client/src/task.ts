import type { TaskStatus, TaskStatusBody } from '@mountsea-suno/types';
import { retryAfterMs, serverTime } from './response-headers.ts';

/**
 * The state of an asynchronous task, read tolerantly: see {@link findClipId}, {@link findModelId} and {@link findClips}.
 */
export interface Task {
  /** The id that was asked for, as the server gives it back. */
  taskId: string;
  /** In lower case. A value that is not known yet comes through as it is. */
  status: TaskStatus;
  /** ISO 8601, UTC. */
  createdAt?: string;
  /** ISO 8601, UTC. */
  finishAt?: string;
  /** Why the task failed, in the server's words. Untrusted. */
  failReason?: string;
  /** 4001: the audio was not found. */
  failCode?: number | string;
  /** The result of the task: the `data` of the response, or its `result`. */
  data?: unknown;
  /** How long the server asks to wait before the next poll, in milliseconds. */
  retryAfterMs?: number;
  /** When the server answered by its own clock (its `Date` header), in milliseconds since the epoch. */
  serverTime?: number;
  /** The whole response. */
  raw: unknown;
}

/** A task from the response of the status call. A field that is not of the documented type is only in `raw`. */
export function readTask(body: TaskStatusBody, headers: Headers, now: number): Task {
  const task: Task = { taskId: body.taskId, status: body.status.toLowerCase(), raw: body };
  const { createdAt, finishAt, failReason, failCode } = body as Record<string, unknown>;
  if (typeof createdAt === 'string') task.createdAt = createdAt;
  if (typeof finishAt === 'string') task.finishAt = finishAt;
  if (typeof failReason === 'string') task.failReason = failReason;
  if (typeof failCode === 'string' || typeof failCode === 'number') task.failCode = failCode;
  const result = body.data ?? body.result;
  if (result !== undefined && result !== null) task.data = result;
  const wait = retryAfterMs(headers, now);
  if (wait !== undefined) task.retryAfterMs = wait;
  const at = serverTime(headers);
  if (at !== undefined) task.serverTime = at;
  return task;
}
