import { clipsOf } from './core/decide.ts';
import { phaseOf } from './core/phase-of.ts';
import { TrainingNotFoundError } from './errors/workflow-errors.ts';
import type { TrainingPhase } from './events/training-event.ts';
import { loadState } from './resume-training.ts';
import type { TrainingState } from './state/training-state.ts';
import type { TrainingStore } from './store/training-store.ts';

/**
 * One line about a training in a store.
 *
 * @example
 * ```ts
 * import type { TrainingSummary } from '@mountsea-suno/workflow';
 *
 * const line = ({ id, phase, clips, files }: TrainingSummary): string => `${id} ${phase} ${clips}/${files}`;
 * console.log(typeof line);
 * ```
 */
export interface TrainingSummary {
  /** With which to resume. */
  id: string;
  /** Of the model. */
  name: string;
  /** Where it stands. */
  phase: TrainingPhase;
  /** ms since epoch. */
  createdAt: number;
  /** When the record last changed, ms since epoch. */
  updatedAt: number;
  /** At the API; absent before it was prepared. */
  sessionId?: string | undefined;
  /** Of the finished model. */
  modelId?: string | undefined;
  /** How many files have become clips. */
  clips: number;
  /** How many files there are. */
  files: number;
  /** Why it stopped, or why the record cannot be read. */
  problem?: string | undefined;
}

/**
 * All trainings in a store, newest first. A record that cannot be read is listed with its `problem`.
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
    if (error instanceof TrainingNotFoundError) return undefined; // Removed meanwhile.
    const problem = error instanceof Error ? error.message : String(error);
    return { id, name: '', phase: 'failed', createdAt: 0, updatedAt: 0, clips: 0, files: 0, problem };
  }
  const { name, createdAt, updatedAt, sessionId, uploads, model } = state;
  const attempt = state.creates.at(-1);
  const problem = model
    ? undefined
    : (attempt?.seen?.failReason ?? attempt?.problem?.message ?? uploads.find(({ status }) => status === 'failed')?.failReason);
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
