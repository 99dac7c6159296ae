import type { Session } from './session.ts';
import { hasEnded, type Task } from './task.ts';
import { processDue, type World } from './world.ts';

/** One uploaded file, as `snapshot` shows it. */
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

/** One session, as `snapshot` shows it. */
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

/** One task that belongs to no session. */
export interface TaskSnapshot {
  /** The task to poll. */
  taskId: string;
  /** The client's name of the operation that began it. */
  operation: string;
  /** `pending` until it has ended. */
  status: 'pending' | 'success' | 'failed' | 'timeout';
}

/** One charge (or, with a negative amount, refund). */
export interface ChargeSnapshot {
  /** The path of the operation. */
  apiPath: string;
  /** Credits; negative for a refund. */
  amount: number;
  /** The session of a create. */
  sessionId: string | null;
}

/**
 * The whole state as plain JSON in a canonical order and without times. Two runs that did the same things give the same snapshot,
 * however fast they ran and in whatever order parallel calls arrived.
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

/** The world's state in canonical form. */
export function takeSnapshot(world: World): SandboxSnapshot {
  const now = processDue(world);
  const sessions = [...world.sessions.values()];
  const uploads = new Set(sessions.flatMap((session) => session.uploads.map((upload) => upload.task.id)));
  const tasks = [...world.tasks.values()]
    .filter((task) => !uploads.has(task.id))
    .map((task) => ({ taskId: task.id, operation: task.operation, status: stateOf(task, now) }))
    .sort((a, b) => compare(a.operation, b.operation) || compare(a.taskId, b.taskId));
  const models = [...world.models].filter(([, readyAt]) => readyAt <= now).map(([uuid]) => `chirp-custom:${uuid}`);
  const charges = world.ledger
    .map(({ apiPath, amount, sessionId = null }) => ({ apiPath, amount, sessionId }))
    .sort((a, b) => compare(a.apiPath, b.apiPath) || compare(a.sessionId ?? '', b.sessionId ?? '') || a.amount - b.amount);
  return {
    credits: world.balance,
    sessions: sessions.map((session) => sessionSnapshot(session, now)),
    tasks,
    models: models.sort(compare),
    charges,
  };
}

const stateOf = (task: Task, now: number): TaskSnapshot['status'] =>
  task.outcome !== undefined && hasEnded(task, now) ? task.outcome.status : 'pending';

/** Compares by code units: the same order on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function uploadsOf(session: Session, now: number): UploadSnapshot[] {
  return session.uploads
    .map(({ audioUrl, task }) => {
      const status = stateOf(task, now);
      const result = task.outcome?.status === 'success' ? task.outcome.result : undefined;
      return {
        audioUrl,
        taskId: task.id,
        status,
        clipId: status === 'success' && result?.kind === 'upload' ? result.clip.id : null,
      };
    })
    .sort((a, b) => compare(a.audioUrl, b.audioUrl) || compare(a.taskId, b.taskId));
}

function sessionSnapshot(session: Session, now: number): SessionSnapshot {
  const last = session.attempts.at(-1);
  const state = last === undefined ? undefined : stateOf(last.task, now);
  const status = state === undefined ? 'open' : state === 'pending' ? 'training' : state === 'success' ? 'trained' : 'failed';
  return {
    sessionId: session.id,
    kind: session.kind,
    status,
    creates: session.attempts.length,
    name: last?.name ?? null,
    clipIds: [...(last?.clipIds ?? [])].sort(compare),
    modelId: status === 'trained' && last !== undefined ? `chirp-custom:${last.modelUuid}` : null,
    uploads: uploadsOf(session, now),
  };
}
