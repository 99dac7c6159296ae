import type { GenerateRequest, GenerateTask, GenerateTaskSchema, TaskRef } from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * Songs, stems and sounds. The resource is itself the method: `client.generate(body)`.
 *
 * @throws MountseaError
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 *
 * const { taskId } = await createClient().generate({ task: 'create', model: 'chirp-v55', prompt: 'la la la', tags: 'folk' });
 * console.log(taskId);
 * ```
 */
export interface GenerateResource {
  /** Submits a task of the kind `task` names. Costs credits, so it is sent again only when it is known not to have been accepted. */
  (body: GenerateRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Which fields a task requires, takes and ignores; of all tasks when none is named.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * for (const { task, required } of await createClient().generate.schema('create')) console.log(task, required);
   * ```
   */
  schema(task?: GenerateTask, options?: RequestOptions): Promise<GenerateTaskSchema[]>;
}
