import { type Clock, type MountseaClient, NotFoundError, type Task } from '@mountsea-suno/client';
import { isFailure } from './core/session-signal.ts';
import { sharedPoller } from './driver/shared-poller.ts';
import { untrustedText } from './errors/problem.ts';
import { DeadlineError } from './errors/workflow-errors.ts';
import { reportRetries } from './poll/retry.ts';
import { memoryStore } from './store/memory-store.ts';
import type { TrainingStore } from './store/training-store.ts';

/** How long after its submission a task may be unknown to the server. */
const LONGEST_UNKNOWN_MS = 60_000;
const DEADLINE_MS = 600_000;

/**
 * The options of `waitForTask`.
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
  /** The id that `generate` or another asynchronous method has given. */
  taskId: string;
  /** When the task was submitted, in milliseconds since the epoch. Default: now. */
  startedAt?: number | undefined;
  /** Where durations are kept; all waits of a client share those of its first one. Default: in memory. */
  store?: TrainingStore | undefined;
  /** Default: the client's clock. */
  clock?: Clock | undefined;
  /** Uniform in [0, 1). Default: `Math.random`. */
  random?: (() => number) | undefined;
  /** A fixed interval between two polls, in milliseconds, in place of the planned schedule. */
  pollIntervalMs?: number | undefined;
  /** How long to wait, in milliseconds. Default: 10 minutes. */
  deadlineMs?: number | undefined;
  /** Ends the wait, but not the task: the call rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called with the task after each poll that succeeds. */
  onPoll?: ((task: Task) => void) | undefined;
  /** Called after each poll that has failed and will be repeated. `message` contains no control characters. */
  onRetry?: ((retry: { code: string; message: string; retryInMs: number }) => void) | undefined;
}

/**
 * Waits for a task that takes about as long as a song: `generate`, `lyrics`, `concat` and the like. The polls are planned from how long such tasks
 * take, and an outage may last five minutes.
 *
 * @returns The task when it has ended: `status` is `success`, `failed` or `timeout`.
 * @throws DeadlineError when it has not ended in time; NotFoundError when the server does not know it for a minute; whatever `client.tasks.get` throws
 *   if another poll would not help; `signal.reason` after an abort.
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
  const { client, taskId, clock = client.clock, random = Math.random, store = memoryStore(), pollIntervalMs, signal } = options;
  const startedAt = options.startedAt ?? clock.now();
  const poller = await sharedPoller({ client, clock, random, store });
  let last: Task | undefined;
  const end = await poller.watch({
    key: taskId,
    kind: 'generate',
    startedAt,
    deadlineAt: clock.now() + (options.deadlineMs ?? DEADLINE_MS),
    pollIntervalMs,
    signal,
    onPoll: (task) => {
      last = task;
      if (task.status === 'not-found') {
        if (clock.now() - startedAt <= LONGEST_UNKNOWN_MS) return 'wait';
        throw new NotFoundError(`The server does not know the task ${untrustedText(taskId)}.`, { operation: 'tasks.get' });
      }
      options.onPoll?.(task);
      return task.status === 'success' || isFailure(task.status) ? 'done' : 'wait';
    },
    onRetry: reportRetries((retry) => options.onRetry?.(retry)),
  });
  if (end === 'done' && last) return last;
  throw new DeadlineError(
    `The task was not done in time; it reads ${untrustedText(last?.status ?? 'nothing')}. Wait for it again.`,
  );
}
