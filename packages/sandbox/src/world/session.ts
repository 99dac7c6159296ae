import type { Task } from './task.ts';

/** One file sent into a session. */
interface Upload {
  readonly audioUrl: string;
  readonly task: Task;
}

/** A create that took effect. */
interface Attempt {
  readonly task: Task;
  readonly name: string;
  readonly clipIds: readonly string[];
  readonly modelUuid: string;
}

/** A session of either kind. */
export interface Session {
  readonly id: string;
  readonly kind: 'custom-model' | 'upload';
  readonly createdAt: number;
  readonly uploads: Upload[];
  /** Creates that took effect, oldest first. */
  readonly attempts: Attempt[];
  /** Creates that were accepted and have not taken effect yet. */
  pendingCreates: number;
  /** Creates that were accepted so far. */
  creates: number;
}

/** The clip ids of a session's uploads that have succeeded by `now`. */
export function clipIdsOf(session: Session, now: number): string[] {
  const ids: string[] = [];
  for (const { task } of session.uploads) {
    const { outcome } = task;
    if (outcome?.status !== 'success' || outcome.result.kind !== 'upload') continue;
    if (now >= Math.max(task.startedAt + task.durationMs, task.knownAt ?? 0)) ids.push(outcome.result.clip.id);
  }
  return ids;
}
