import { retryAfterMs, serverTime } from './retry-after.ts';
import { isFields, type Task } from './task.ts';

/** A task from the answer of the status call; `undefined` when it has no id or no status. */
export function readTask(body: unknown, headers: Headers, now: number): Task | undefined {
  if (!isFields(body) || typeof body.taskId !== 'string' || typeof body.status !== 'string' || !body.status) return undefined;
  const task: Task = { taskId: body.taskId, status: body.status.toLowerCase(), raw: body };
  const { createdAt, finishAt, failReason, failCode } = body;
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
