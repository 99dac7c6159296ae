import { retryAfterMs, serverTime } from './retry-after.ts';
import { isFields, type Task } from './task.ts';

/** A task from the answer of the status call; `undefined` when it has no id or no status. */
export function readTask(body: unknown, headers: Headers, now: number): Task | undefined {
  if (!isFields(body) || typeof body.taskId !== 'string' || typeof body.status !== 'string' || !body.status) return undefined;
  const fields: Record<string, unknown> = {
    status: body.status.toLowerCase(),
    data: body.data ?? body.result ?? undefined,
    retryAfterMs: retryAfterMs(headers, now),
    serverTime: serverTime(headers),
    raw: body,
  };
  for (const key of ['taskId', 'createdAt', 'finishAt', 'failReason', 'failCode']) {
    if (/string|number/.test(typeof body[key])) fields[key] = body[key];
  }
  for (const key in fields) if (fields[key] === undefined) delete fields[key];
  return fields as unknown as Task;
}
