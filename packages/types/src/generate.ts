import type { ResponseBody } from './bodies.ts';
import type { CustomModelId } from './custom-model.ts';
import type { paths } from './generated/suno.gen.ts';
import type { SunoRequest } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/generate`. Which fields a task takes is told by `GET /suno/v2/generate/schema`.
 *
 * @example
 * ```ts
 * import type { GenerateRequest } from '@mountsea-suno/types';
 *
 * const request: GenerateRequest = {
 *   task: 'create',
 *   model: 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11',
 *   gpt_description_prompt: 'a slow waltz',
 * };
 * console.log(request);
 * ```
 */
export interface GenerateRequest extends SunoRequest<'/suno/v2/generate'> {}

/**
 * The kinds of `POST /suno/v2/generate`. A closed list: the contract names each one.
 *
 * @example
 * ```ts
 * import type { GenerateTask } from '@mountsea-suno/types';
 *
 * const task: GenerateTask = 'extend';
 * console.log(task);
 * ```
 */
export type GenerateTask = GenerateRequest['task'];

/**
 * What `model` of {@link GenerateRequest} takes: a model of the service, or a custom one.
 *
 * @example
 * ```ts
 * import type { ModelId } from '@mountsea-suno/types';
 *
 * const models: ModelId[] = ['chirp-v55', 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11'];
 * console.log(models);
 * ```
 */
export type ModelId = GenerateRequest['model'] | CustomModelId;

/**
 * One entry of `GET /suno/v2/generate/schema`: which fields a generate task requires, takes and ignores.
 *
 * @example
 * ```ts
 * import type { GenerateTaskSchema } from '@mountsea-suno/types';
 *
 * const schema: GenerateTaskSchema = { task: 'extend', required: [{ field: 'clip_id', type: 'string' }], notAllowed: ['sound'] };
 * console.log(schema.required);
 * ```
 */
export type GenerateTaskSchema = ResponseBody<paths['/suno/v2/generate/schema']['get']>[number];
