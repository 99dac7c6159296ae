import {
  listTrainings,
  parseState,
  TrainingNotFoundError,
  type TrainingState,
  type TrainingStore,
  type TrainingSummary,
} from '@mountsea-suno/workflow';
import { UsageError } from '../errors.ts';
import { commandName } from '../next-step.ts';

/** A shorter beginning of an id is more likely to be a typing error. */
const minIdLength = 4;

/** The training that a person means: by its id or the beginning of it, or the latest that is not done. */
export async function findTraining(store: TrainingStore, given: string | undefined): Promise<TrainingSummary> {
  const all = await listTrainings({ store });
  if (given === undefined) {
    const open = all.find((training) => training.phase !== 'done');
    if (open === undefined) throw new UsageError('there is no unfinished training on this machine');
    return open;
  }
  const exact = all.find((training) => training.id === given);
  if (exact !== undefined) return exact;
  if (given.length < minIdLength) throw new UsageError(`give at least ${minIdLength} characters of the training's id`);
  const [first, second] = all.filter((training) => training.id.startsWith(given));
  if (first === undefined)
    throw new UsageError(`the training ${JSON.stringify(given)} is not known here; see: ${commandName} trainings list`);
  if (second !== undefined) throw new UsageError(`more than one training begins with ${JSON.stringify(given)}`);
  return first;
}

/** The saved record of a training. */
export async function loadTraining(store: TrainingStore, id: string): Promise<TrainingState> {
  const text = await store.load(id);
  if (text === undefined) throw new TrainingNotFoundError(id);
  return parseState(id, text);
}
