import { parseState, TrainingNotFoundError, type TrainingState, type TrainingStore } from '@mountsea-suno/workflow';

/** The saved record of a training. */
export async function loadTraining(store: TrainingStore, id: string): Promise<TrainingState> {
  const text = await store.load(id);
  if (text === undefined) throw new TrainingNotFoundError(id);
  return parseState(id, text);
}
