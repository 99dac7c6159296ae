/** A clip: an uploaded song, or a generated one. */
export interface Clip {
  readonly id: string;
  /** Undefined for an uploaded song, whose title is read from its URL. */
  readonly title: string | undefined;
  readonly tags: string;
  readonly audioUrl: string;
  readonly seconds: number;
}

/** The result of a finished task. */
export type Result =
  | { readonly kind: 'upload'; readonly clip: Clip }
  | { readonly kind: 'clips'; readonly clips: readonly Clip[] }
  | { readonly kind: 'model'; readonly modelUuid: string; readonly name: string; readonly sessionId: string }
  | { readonly kind: 'plain'; readonly value: Readonly<Record<string, unknown>> };

/** How a task ends. */
export type Outcome =
  | { readonly status: 'success'; readonly result: Result }
  | { readonly status: 'failed' | 'timeout'; readonly failReason: string; readonly failCode?: number | string | undefined };

/** One asynchronous task. Its state at any time follows from this record alone. */
export interface Task {
  readonly id: string;
  readonly operation: string;
  /** Shown as `createdAt`, ms. */
  readonly createdAt: number;
  /** When work began, ms. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Undefined while it is not known yet (an audio file that is being fetched). */
  outcome: Outcome | undefined;
  /** When an outcome that was not known from the start became known, ms. */
  knownAt?: number;
  /** Set for a task that waits for the caller when its duration is over: what it shows while it waits, and for how long it waits, ms. */
  readonly awaiting?: { readonly value: Readonly<Record<string, unknown>>; readonly limitMs: number } | undefined;
}

/** A task's state at one time. */
export interface TaskView {
  readonly status: string;
  readonly createdAt: number;
  readonly finishedAt?: number;
  readonly outcome?: Outcome;
}

/** When the task ends, ms; undefined while that is not known. */
export function endOf(task: Task): number | undefined {
  if (task.outcome === undefined) return undefined;
  return Math.max(task.startedAt + task.durationMs + (task.awaiting?.limitMs ?? 0), task.knownAt ?? 0);
}

/** Whether the task has ended. */
export function hasEnded(task: Task, now: number): boolean {
  const end = endOf(task);
  return end !== undefined && now >= end;
}

/** Whether the task waits for the caller. */
export function isAwaiting(task: Task, now: number): boolean {
  return task.awaiting !== undefined && now >= task.startedAt + task.durationMs && !hasEnded(task, now);
}

/**
 * The state of a task at `now`. Six statuses: ready (first 15 %), running. Eight: queued (first 5 %), ready, running. A task that
 * makes clips streams from 70 % on. `extraStatus` shows from 40 % to 60 %.
 */
export function viewTask(task: Task, now: number, statuses: 'six' | 'eight', extraStatus: string): TaskView {
  const end = endOf(task);
  if (end !== undefined && now >= end && task.outcome !== undefined) {
    return { status: task.outcome.status, createdAt: task.createdAt, finishedAt: end, outcome: task.outcome };
  }
  return { status: statusOnTheWay(task, now, statuses, extraStatus), createdAt: task.createdAt };
}

function statusOnTheWay(task: Task, now: number, statuses: 'six' | 'eight', extraStatus: string): string {
  if (isAwaiting(task, now)) return statuses === 'eight' ? 'awaiting' : 'running';
  const fraction = task.durationMs > 0 ? (now - task.startedAt) / task.durationMs : 1;
  if (statuses === 'eight' && fraction < 0.05) return 'queued';
  if (fraction < 0.15) return 'ready';
  if (extraStatus !== '' && fraction >= 0.4 && fraction < 0.6) return extraStatus;
  if (fraction >= 0.7 && task.outcome?.status === 'success' && task.outcome.result.kind === 'clips') return 'stream';
  return 'running';
}
