import { listTrainings, type TrainingStore, type TrainingSummary } from '@mountsea-suno/workflow';
import { commandName } from '../program/command-name.ts';
import { UsageError } from '../usage-error.ts';

/** Less of an id is a slip of the finger. */
const shortest = 4;

/** The training that a person means: by its id or the beginning of it, or the latest that is not done. */
export async function findTraining(store: TrainingStore, given: string | undefined): Promise<TrainingSummary> {
  const all = await listTrainings({ store });
  if (given === undefined) {
    const open = all.find((training) => training.phase !== 'done');
    if (open === undefined) throw new UsageError('there is no training here that is not done');
    return open;
  }
  const exact = all.find((training) => training.id === given);
  if (exact !== undefined) return exact;
  if (given.length < shortest) throw new UsageError(`give at least ${shortest} characters of the training's id`);
  const [first, second] = all.filter((training) => training.id.startsWith(given));
  if (first === undefined)
    throw new UsageError(`there is no training ${JSON.stringify(given)} here; see: ${commandName} trainings list`);
  if (second !== undefined) throw new UsageError(`more than one training begins with ${JSON.stringify(given)}`);
  return first;
}
