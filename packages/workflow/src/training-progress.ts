import { progressOf } from './driver/progress.ts';
import type { ProgressEvent } from './events/training-event.ts';
import { createDurationModel, parseDurations } from './poll/index.ts';
import type { TrainingState } from './state/training-state.ts';

/**
 * How far a training is, by its record alone: what its own `progress` event would say. For whoever watches one that another process drives.
 *
 * @param at - Now, ms since epoch.
 * @param durations - What the store's `loadDurations` gives: what finished tasks taught.
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
  const { fraction, remainingMs } = progressOf(state, at, (kind, elapsedMs) =>
    createDurationModel(kind, history[kind]).estimate(Math.max(0, elapsedMs)),
  );
  const elapsedMs = at - state.createdAt;
  return { type: 'progress', at, trainingId: state.id, fraction, elapsedMs, remainingMs: Math.round(remainingMs) };
}
