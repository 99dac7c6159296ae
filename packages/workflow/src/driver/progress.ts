import type { Estimate } from '../poll/index.ts';
import type { TrainingState, UploadState } from '../state/training-state.ts';

type Estimator = (kind: 'upload' | 'training', elapsedMs: number) => Estimate;

/** How much of the work of a training is done, and the mean time still to go. Time that nobody worked on it does not count. */
export function progressOf(state: TrainingState, now: number, concurrency: number, estimate: Estimator): Estimate {
  if (state.model) return { fraction: 1, remainingMs: 0 };
  const uploadMs = estimate('upload', 0).remainingMs;
  const trainingMs = estimate('training', 0).remainingMs;
  const attempt = state.creates.at(-1);
  const training =
    attempt?.outcome === 'accepted' ? estimate('training', now - attempt.intendedAt) : { fraction: 0, remainingMs: trainingMs };
  const each = state.uploads.map((upload) => uploadProgress(upload, now, estimate));
  const uploaded = attempt ? 1 : each.reduce((sum, { fraction }) => sum + fraction, 0) / each.length;
  const waiting = each.filter(({ fraction }) => fraction === 0).length;
  const uploadingMs = attempt
    ? 0
    : Math.max(0, ...each.map(({ remainingMs }) => remainingMs)) + uploadMs * Math.ceil(waiting / concurrency);
  return {
    fraction: (uploaded * uploadMs + training.fraction * trainingMs) / (uploadMs + trainingMs),
    remainingMs: uploadingMs + training.remainingMs,
  };
}

function uploadProgress({ status, sentAt }: UploadState, now: number, estimate: Estimator): Estimate {
  if (status === 'done' || status === 'failed') return { fraction: 1, remainingMs: 0 };
  return status === 'running' && sentAt !== undefined ? estimate('upload', now - sentAt) : { fraction: 0, remainingMs: 0 };
}
