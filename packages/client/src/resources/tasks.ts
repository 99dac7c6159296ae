import type { RequestOptions } from '../client-options.ts';
import type { Task } from '../task.ts';

/**
 * The asynchronous tasks that the other methods start.
 *
 * @example
 * ```ts
 * import { createClient, type TasksResource } from '@mountsea-suno/client';
 *
 * const client = createClient();
 * const tasks: TasksResource = client.tasks;
 * const { taskId } = await client.lyrics({ lyrics_model: 'default', prompt: 'a song about rain' });
 * console.log((await tasks.get(taskId)).status);
 * ```
 */
export interface TasksResource {
  /**
   * One look at a task, or at a session by its id. Terminal: `success`, `failed`, `timeout`; take a status that you do not know for
   * a running one. Start with 2 to 3 s between looks.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const client = createClient();
   * const { taskId } = await client.generate({ task: 'create', model: 'chirp-v55', prompt: 'la la la' });
   * const { status, failReason } = await client.tasks.get(taskId);
   * console.log(status, failReason);
   * ```
   */
  get(taskId: string, options?: RequestOptions): Promise<Task>;
}
