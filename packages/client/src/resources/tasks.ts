import { call, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';
import { readTask, type Task } from '../task.ts';

const hasId = hasText<Task>('taskId');
const hasStatus = hasText<Task>('status');

/** The asynchronous tasks that the other methods start. */
export class TaskMethods {
  readonly #suno: RawClients['suno'];
  readonly #now: () => number;

  /** @param now The time of day, in milliseconds since the epoch. */
  constructor(suno: RawClients['suno'], now: () => number) {
    this.#suno = suno;
    this.#now = now;
  }

  /**
   * Reads a task, or a session by its id. `success`, `failed` and `timeout` are terminal; treat a status that you do not know as running. Wait 2 to
   * 3 s before the second poll, then longer.
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
  readonly get = async (taskId: string, options?: RequestOptions): Promise<Task> => {
    const isTask = (json: unknown): boolean => hasId(json) && hasStatus(json);
    const { data, response } = await this.#suno.GET('/suno/v2/status', {
      params: { query: { taskId } },
      ...call(isTask, options),
    });
    return readTask(data, response.headers, this.#now());
  };
}
