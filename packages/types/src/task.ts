import type { ResponseBody } from './bodies.ts';
import type { paths } from './generated/suno.gen.ts';
import type { SunoResponse } from './suno-bodies.ts';

/**
 * Answer of every call that starts a task: the id to ask `GET /suno/v2/status` for.
 *
 * @example
 * ```ts
 * import type { TaskRef } from '@mountsea-suno/types';
 *
 * const started: TaskRef = { taskId: '15c257ff-43f7-4678-bd41-202ad6b8488b' };
 * console.log(started);
 * ```
 */
export interface TaskRef extends SunoResponse<'/suno/v2/customModel/create'> {}

/**
 * Answer of `GET /suno/v2/status`, as the contract has it. Times are ISO 8601, UTC.
 *
 * @example
 * ```ts
 * import type { TaskStatusBody } from '@mountsea-suno/types';
 *
 * const task: TaskStatusBody = { taskId: 'task_1731a9b2f4', status: 'running', createdAt: '2025-08-18T02:30:00.000Z' };
 * console.log(task.status, task.failReason);
 * ```
 */
export interface TaskStatusBody extends ResponseBody<paths['/suno/v2/status']['get']> {}

/**
 * The status of a task. An open union: the service has added values before, so keep a branch for one that you do not know and
 * wait on it as on a running task. Terminal: `success`, `failed`, `timeout`.
 *
 * @example
 * ```ts
 * import type { TaskStatus } from '@mountsea-suno/types';
 *
 * const isOver = (status: TaskStatus): boolean => ['success', 'failed', 'timeout'].includes(status);
 * console.log(isOver('success'), isOver('some-new-status'));
 * ```
 */
export type TaskStatus = TaskStatusBody['status'];

/**
 * The statuses that the contract names today, without the open end of {@link TaskStatus}.
 *
 * @example
 * ```ts
 * import type { KnownTaskStatus } from '@mountsea-suno/types';
 *
 * const terminal: KnownTaskStatus[] = ['success', 'failed', 'timeout'];
 * console.log(terminal);
 * ```
 */
export type KnownTaskStatus = Known<TaskStatus>;
type Known<Open extends string> = Open extends unknown ? (string extends Open ? never : Open) : never;
