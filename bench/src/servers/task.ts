/** The words of the peers' APIs for a task that is under way and for one that is done, by how their paths begin. */
const words: readonly [path: string, running: string, done: string][] = [
  ['/vector_stores', 'in_progress', 'completed'],
  ['/predictions', 'processing', 'succeeded'],
  ['/app', 'IN_PROGRESS', 'COMPLETED'],
  ['/v2/transcript', 'processing', 'completed'],
  ['/', 'running', 'success'],
];

/** The JSON of a task, in one shape that suits all subjects and in the words of the one that asks for this path. */
export function taskJson(path: string, isDone: boolean): string {
  const [, running, done] = words.find(([start]) => path.startsWith(start)) ?? ['', 'running', 'success'];
  return JSON.stringify({
    id: 't',
    taskId: 't',
    request_id: 't',
    createdAt: '2026-01-01T00:00:00.000Z',
    status: isDone ? done : running,
    urls: {},
    data: { id: 'c' },
  });
}
