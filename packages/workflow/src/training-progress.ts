import { isUploadOpen } from './core/training-phase.ts';
import type { ProgressEvent } from './events/training-event.ts';
import { createDurationModel, type Estimate, parseDurations } from './poll/duration-model.ts';
import type { TrainingState } from './state/training-state.ts';

/**
 * How far a training is, judging by its record alone: the `progress` event that its own process would send. It is for those who watch a training that
 * another process drives.
 *
 * @param at - The present time, in milliseconds since the epoch.
 * @param durations - The text that the store's `loadDurations` gives: how long earlier tasks took.
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, parseState, startTraining, trainingProgress } from '@mountsea-suno/workflow';
 *
 * const store = memoryStore();
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const { id, detach } = await startTraining({ client: createClient(), store, name: 'v6Pro', audioUrls });
 * const state = parseState(id, (await store.load(id)) ?? '');
 * console.log(trainingProgress(state, Date.now(), await store.loadDurations?.()).fraction); // 0
 * await detach();
 * ```
 */
export function trainingProgress(state: TrainingState, at: number, durations?: string): ProgressEvent {
  const history = parseDurations(durations);
  const { fraction, remainingMs } = estimateTraining(state, at, (kind, elapsedMs) =>
    createDurationModel(kind, history[kind]).estimate(Math.max(0, elapsedMs)),
  );
  const elapsedMs = at - state.createdAt;
  return { type: 'progress', at, trainingId: state.id, fraction, elapsedMs, remainingMs: Math.round(remainingMs) };
}

type Estimator = (kind: 'upload' | 'training', elapsedMs: number) => Estimate;

/** The time that is left of a training, and the share of the whole that is done. Time in which nobody worked on the training does not count. */
export function estimateTraining(state: TrainingState, now: number, estimate: Estimator): Estimate {
  const attempt = state.creates.at(-1);
  const left = (kind: 'upload' | 'training', since?: number): number =>
    estimate(kind, since === undefined ? 0 : now - since).remainingMs;
  const uploads = attempt ? [] : state.uploads.filter(isUploadOpen);
  const uploadingMs = Math.max(
    0,
    ...uploads.map(({ status, sentAt }) => left('upload', status === 'running' ? sentAt : undefined)),
  );
  const trainingMs = state.model ? 0 : left('training', attempt?.outcome === 'accepted' ? attempt.intendedAt : undefined);
  const remainingMs = uploadingMs + trainingMs;
  return { remainingMs, fraction: Math.max(0, 1 - remainingMs / (left('upload') + left('training'))) };
}
