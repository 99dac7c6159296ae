import { clipsOf, phaseOf, type TrainingPhase } from './core/training-phase.ts';
import { TrainingNotFoundError } from './errors/workflow-errors.ts';
import { loadState } from './resume-training.ts';
import type { TrainingState } from './state/training-state.ts';
import type { TrainingStore } from './store/training-store.ts';

/** What a list says about one training. */
export interface TrainingSummary {
  /** The id to resume it with. */
  id: string;
  /** The name of the model. */
  name: string;
  /** The phase that it is in. */
  phase: TrainingPhase;
  /** In milliseconds since the epoch. */
  createdAt: number;
  /** When its record last changed, in milliseconds since the epoch. */
  updatedAt: number;
  /** The session at the API, from prepare on. */
  sessionId?: string | undefined;
  /** The finished model. */
  modelId?: string | undefined;
  /** How many files have become clips. */
  clips: number;
  /** How many files there are. */
  files: number;
  /** Why it stopped, or why its record cannot be read. */
  problem?: string | undefined;
}

/**
 * All trainings in a store, newest first. One whose record cannot be read is listed with its `problem`.
 *
 * @example
 * ```ts
 * import { listTrainings, memoryStore } from '@mountsea-suno/workflow';
 *
 * for (const training of await listTrainings({ store: memoryStore() })) console.log(training.id, training.phase);
 * ```
 */
export async function listTrainings(options: { store: TrainingStore }): Promise<TrainingSummary[]> {
  const { store } = options;
  const ids = await store.list();
  const summaries = await Promise.all(ids.map((id) => summarize(store, id)));
  return summaries.flatMap((summary) => summary ?? []).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
}

async function summarize(store: TrainingStore, id: string): Promise<TrainingSummary | undefined> {
  let state: TrainingState;
  try {
    state = await loadState(store, id);
  } catch (error) {
    if (error instanceof TrainingNotFoundError) return undefined; // It was removed in the meantime.
    const problem = error instanceof Error ? error.message : String(error);
    return { id, name: '', phase: 'failed', createdAt: 0, updatedAt: 0, clips: 0, files: 0, problem };
  }
  const { name, createdAt, updatedAt, sessionId, uploads, model } = state;
  const attempt = state.creates.at(-1);
  const problem = model
    ? undefined
    : (attempt?.lastSnapshot?.failReason ??
      attempt?.problem?.message ??
      uploads.find(({ status }) => status === 'failed')?.failReason);
  return {
    id,
    name,
    phase: phaseOf(state),
    createdAt,
    updatedAt,
    sessionId,
    modelId: model?.id,
    clips: clipsOf(state).length,
    files: uploads.length,
    problem,
  };
}
