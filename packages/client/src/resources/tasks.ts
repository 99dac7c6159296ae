import type { Api } from '../api.ts';
import type { TasksResource } from '../mountsea-client.ts';
import { readTask } from '../read-task.ts';

export function tasks(api: Api): TasksResource {
  return {
    get: (taskId, options) =>
      api.call('tasks.get', (body, { headers }) => readTask(body, headers, api.now()), { query: { taskId } }, options),
  };
}
