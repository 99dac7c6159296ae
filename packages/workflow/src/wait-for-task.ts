import { type Clock, isMountseaError, type MountseaClient, systemClock, type Task } from '@mountsea-suno/client';
import { isFailure } from './core/session-evidence.ts';
import { pollerOf } from './driver/pollers.ts';
import { problemOf } from './driver/problem-of.ts';
import { WorkflowError } from './errors/workflow-errors.ts';
import { memoryStore } from './store/memory-store.ts';
import type { TrainingStore } from './store/training-store.ts';
import { plain } from './text/plain.ts';

/** How long a task may be unknown to the server after it was submitted. */
const UNKNOWN_MS = 60_000;

/**
 * What `waitForTask` takes.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import type { WaitForTaskOptions } from '@mountsea-suno/workflow';
 *
 * const options: WaitForTaskOptions = { client: createClient(), taskId: 'a-task', deadlineMs: 120_000 };
 * console.log(options.deadlineMs);
 * ```
 */
export interface WaitForTaskOptions {
  /** Makes the calls. */
  client: MountseaClient;
  /** As `generate` and the other asynchronous methods give it. */
  taskId: string;
  /** When it was submitted, ms since epoch. Default: now. */
  startedAt?: number;
  /** Where durations are kept; all waits of a client share those of its first. Default: memory. */
  store?: TrainingStore;
  /** Default: the system's clock. */
  clock?: Clock;
  /** Uniform in [0, 1). Default: `Math.random`. */
  random?: () => number;
  /** A fixed time between two looks, in milliseconds, in place of the planned schedule. */
  pollIntervalMs?: number;
  /** How long to wait, in milliseconds. Default: 10 minutes. */
  deadlineMs?: number;
  /** Stops the waiting, never the task: the call rejects with its reason. */
  signal?: AbortSignal;
  /** Told of each good look. */
  onLook?: (task: Task) => void;
  /** Told of each look that failed and will be repeated. `message` is free of control characters. */
  onTrouble?: (trouble: { code: string; message: string; retryInMs: number }) => void;
}

/**
 * Waits for a task that takes about as long as a song: `generate`, `lyrics`, `concat` and the like. Looks are planned from how long such tasks
 * take; five minutes of outage are survived.
 *
 * @returns The task when it has ended: `status` is `success`, `failed` or `timeout`.
 * @throws WorkflowError `deadline_passed` when it has not ended in time, and `not_found` when the server has not known it for a minute; what
 *   `client.tasks.get` throws where repeating does not help; `signal.reason` after an abort.
 * @example
 * ```ts
 * import { createClient, findClips } from '@mountsea-suno/client';
 * import { waitForTask } from '@mountsea-suno/workflow';
 *
 * const client = createClient();
 * const { taskId } = await client.generate({ task: 'create', model: 'chirp-v55', prompt: 'la la la' });
 * const task = await waitForTask({ client, taskId, pollIntervalMs: 50 });
 * console.log(task.status, findClips(task).map(({ audioUrl }) => audioUrl));
 * ```
 */
export async function waitForTask(options: WaitForTaskOptions): Promise<Task> {
  const { client, taskId, clock = systemClock, random = Math.random, store = memoryStore(), pollIntervalMs, signal } = options;
  const startedAt = options.startedAt ?? clock.now();
  const poller = await pollerOf({ client, clock, random, store });
  let last: Task | undefined;
  const end = await poller.watch({
    key: taskId,
    kind: 'generate',
    startedAt,
    deadlineAt: clock.now() + (options.deadlineMs ?? 600_000),
    ...(pollIntervalMs !== undefined && { pollIntervalMs }),
    ...(signal && { signal }),
    onLook: (task) => {
      last = task;
      if (task.status === 'not-found') {
        if (clock.now() - startedAt > UNKNOWN_MS) throw new WorkflowError('not_found', 'The server does not know the task.');
        return 'wait';
      }
      options.onLook?.(task);
      return task.status === 'success' || isFailure(task.status) ? 'done' : 'wait';
    },
    onTrouble: ({ error, retryInMs }) => {
      if (!isMountseaError(error) || !error.retryable) throw error;
      options.onTrouble?.({ ...problemOf(error), retryInMs });
    },
  });
  if (end === 'done' && last) return last;
  const message = `The task was not done in time; it reads ${plain(last?.status ?? 'nothing')}. Wait for it again.`;
  throw new WorkflowError('deadline_passed', message, { retryable: true });
}
