import type { SandboxSnapshot, SessionSnapshot, TaskSnapshot, UploadSnapshot } from '../snapshot.ts';
import type { Session } from './session.ts';
import { hasEnded, type Task } from './task.ts';
import { settle, type World } from './world.ts';

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

/** The world's state in canonical form. */
export function takeSnapshot(world: World): SandboxSnapshot {
  const now = settle(world);
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
