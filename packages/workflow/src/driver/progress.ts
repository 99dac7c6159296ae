import { isOpen } from '../core/decide.ts';
import type { Estimate } from '../poll/index.ts';
import type { TrainingState } from '../state/training-state.ts';

type Estimator = (kind: 'upload' | 'training', elapsedMs: number) => Estimate;

/** The time still to go, and how much of the whole that leaves done. Time in which nobody worked on it does not count. */
export function progressOf(state: TrainingState, now: number, estimate: Estimator): Estimate {
  const attempt = state.creates.at(-1);
  const left = (kind: 'upload' | 'training', since?: number): number =>
    estimate(kind, since === undefined ? 0 : now - since).remainingMs;
  const uploads = attempt ? [] : state.uploads.filter(isOpen);
  const uploadingMs = Math.max(
    0,
    ...uploads.map(({ status, sentAt }) => left('upload', status === 'running' ? sentAt : undefined)),
  );
  const trainingMs = state.model ? 0 : left('training', attempt?.outcome === 'accepted' ? attempt.intendedAt : undefined);
  const remainingMs = uploadingMs + trainingMs;
  return { remainingMs, fraction: Math.max(0, 1 - remainingMs / (left('upload') + left('training'))) };
}
