import type { RequestBody, ResponseBody } from './bodies.ts';
import type { paths } from './generated/suno.gen.ts';

type Post<Path extends keyof paths> = RequestBody<paths[Path]['post']>;

/**
 * The id of a finished custom model. It goes into `model` of {@link GenerateRequest}.
 *
 * @example
 * ```ts
 * import type { CustomModelId } from '@mountsea-suno/types';
 *
 * const id: CustomModelId = 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11';
 * console.log(id);
 * ```
 */
export type CustomModelId = `chirp-custom:${string}`;

/** What `model` of {@link GenerateRequest} takes: a model of the service, or a {@link CustomModelId}. */
export type ModelId = GenerateRequest['model'] | CustomModelId;

/** The kinds of `POST /suno/v2/generate`. A closed list: the contract names each one. */
export type GenerateTask = GenerateRequest['task'];

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

/** The statuses that the contract names today, without the open end of {@link TaskStatus}. */
export type KnownTaskStatus = Known<TaskStatus>;
type Known<Open extends string> = Open extends unknown ? (string extends Open ? never : Open) : never;

/** Answer of every call that starts a task: the id to ask `GET /suno/v2/status` for. */
export interface TaskRef extends ResponseBody<paths['/suno/v2/customModel/create']['post']> {}

/** Answer of `GET /suno/v2/status`, as the contract has it. Times are ISO 8601, UTC. */
export interface TaskStatusBody extends ResponseBody<paths['/suno/v2/status']['get']> {}

/** Answer of `POST /suno/v2/customModel/prepare`: the session that binds uploads and create to one account. */
export interface CustomModelSession extends ResponseBody<paths['/suno/v2/customModel/prepare']['post']> {}

/** Body of `POST /suno/v2/customModel/upload`: one publicly downloadable audio file for one session. */
export interface UploadToCustomModelRequest extends Post<'/suno/v2/customModel/upload'> {}

/**
 * Body of `POST /suno/v2/customModel/create`. `clipIds` are the ids that the uploads of the same session gave, at least six.
 * The call costs 100 credits.
 */
export interface CreateCustomModelRequest extends Post<'/suno/v2/customModel/create'> {}

/** Body of `POST /suno/v2/generate`. Which fields a task takes is told by `GET /suno/v2/generate/schema`. */
export interface GenerateRequest extends Post<'/suno/v2/generate'> {}

/** One entry of `GET /suno/v2/generate/schema`: which fields a generate task requires, takes and ignores. */
export type GenerateTaskSchema = ResponseBody<paths['/suno/v2/generate/schema']['get']>[number];
