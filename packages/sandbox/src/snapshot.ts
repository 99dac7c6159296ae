/**
 * One uploaded file, as `snapshot` shows it.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const { sessions } = createSandbox().snapshot();
 * console.log(sessions.flatMap((session) => session.uploads).length);
 * ```
 */
export interface UploadSnapshot {
  /** As it was sent. */
  audioUrl: string;
  /** The task to poll. */
  taskId: string;
  /** `pending` until it has ended. */
  status: 'pending' | 'success' | 'failed' | 'timeout';
  /** Null unless it succeeded. */
  clipId: string | null;
}

/**
 * One session, as `snapshot` shows it.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const { sessions } = createSandbox().snapshot();
 * console.log(sessions.map((session) => [session.status, session.modelId]));
 * ```
 */
export interface SessionSnapshot {
  /** As prepare gave it. */
  sessionId: string;
  /** Of a custom model, or of a batch of uploads. */
  kind: 'custom-model' | 'upload';
  /** `open`: nothing created on it (yet). */
  status: 'open' | 'training' | 'trained' | 'failed';
  /** Creates that took effect. */
  creates: number;
  /** That of the last create. */
  name: string | null;
  /** The clips of the last create, sorted. */
  clipIds: string[];
  /** Null unless it is trained. */
  modelId: string | null;
  /** Sorted by URL, then task id. */
  uploads: UploadSnapshot[];
}

/**
 * One task that belongs to no session.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const { tasks } = createSandbox().snapshot();
 * console.log(tasks.filter((task) => task.status === 'pending').length);
 * ```
 */
export interface TaskSnapshot {
  /** The task to poll. */
  taskId: string;
  /** The client's name of what began it. */
  operation: string;
  /** `pending` until it has ended. */
  status: 'pending' | 'success' | 'failed' | 'timeout';
}

/**
 * One charge (or, with a negative amount, refund).
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const { charges } = createSandbox().snapshot();
 * console.log(charges.reduce((sum, charge) => sum + charge.amount, 0));
 * ```
 */
export interface ChargeSnapshot {
  /** The path of the operation. */
  apiPath: string;
  /** Credits; negative for a refund. */
  amount: number;
  /** The session of a create. */
  sessionId: string | null;
}

/**
 * The whole state as plain JSON in a canonical order and without times: two runs that did the same things give the same snapshot,
 * however fast they were and in whatever order parallel calls arrived.
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const [one, other] = [createSandbox(), createSandbox()];
 * console.log(JSON.stringify(one.snapshot()) === JSON.stringify(other.snapshot())); // true
 * ```
 */
export interface SandboxSnapshot {
  /** What is left. */
  credits: number;
  /** In order of creation. */
  sessions: SessionSnapshot[];
  /** Sorted by operation, then id. */
  tasks: TaskSnapshot[];
  /** Ids of trained models, sorted. */
  models: string[];
  /** Sorted by path, session, amount. */
  charges: ChargeSnapshot[];
}
