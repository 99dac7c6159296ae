import { hasEndedWithoutModel, resumeState } from './core/resume-state.ts';
import { driveTraining } from './driver/drive-training.ts';
import { withResumeId } from './driver/run-end.ts';
import { InvalidInputError, TrainingNotFoundError } from './errors/workflow-errors.ts';
import type { ResumeTrainingOptions } from './options.ts';
import { runSettings } from './start-training.ts';
import type { TrainingState } from './state/training-state.ts';
import { parseState } from './store/parse-state.ts';
import type { TrainingStore } from './store/training-store.ts';
import type { Training } from './training.ts';
import { minClipsProblems, runProblems } from './validate-input.ts';

/**
 * Goes on with a training that was interrupted, by this process or another. Files that failed are sent again. If it is not known whether a create was
 * accepted, that is checked again; it is only sent again on proof that it was not, or with `resendCreate`. After a training that failed, another create
 * takes a `name`, even if the record is an older copy that does not know of the failure.
 *
 * @throws TrainingNotFoundError, TrainingLockedError (another process drives it), StateError (the record cannot be read; it is kept), InvalidInputError.
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, resumeTraining, startTraining } from '@mountsea-suno/workflow';
 *
 * const client = createClient();
 * const store = memoryStore();
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const interrupted = await startTraining({ client, store, name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await interrupted.detach();
 * const training = await resumeTraining(interrupted.id, { client, store, pollIntervalMs: 50 });
 * console.log((await training.result()).id);
 * ```
 */
export async function resumeTraining(id: string, options: ResumeTrainingOptions): Promise<Training> {
  const settings = runSettings(options);
  const refuse = (error: unknown): never => {
    throw withResumeId(error, id);
  };
  const lock = await settings.store.lock(id).catch(refuse);
  let state: TrainingState;
  try {
    state = await loadState(settings.store, id);
    const problems = resumeProblems(state, options);
    if (problems.length > 0) throw new InvalidInputError(problems, id);
  } catch (error) {
    await lock.release();
    return refuse(error);
  }
  const { name, resendCreate, minClips } = options;
  const resumed = resumeState(state, { at: settings.clock.now(), name: name?.trim(), resendCreate, minClips });
  return driveTraining(resumed, lock, settings);
}

/** Loads a record and reads it. */
export async function loadState(store: TrainingStore, id: string): Promise<TrainingState> {
  const text = await store.load(id);
  if (text === undefined) throw new TrainingNotFoundError(id);
  return parseState(id, text);
}

function resumeProblems(state: TrainingState, options: ResumeTrainingOptions): string[] {
  const problems = runProblems(options);
  const { name, resendCreate, minClips, client } = options;
  if (client.baseUrl !== state.baseUrl)
    problems.push(`This training was started on ${state.baseUrl}, but the client calls ${client.baseUrl}.`);
  if (minClips !== undefined) problems.push(...minClipsProblems(minClips, state.uploads.length));
  if (name === undefined) return problems;
  const last = state.creates.at(-1);
  if (name.trim() === '') problems.push('The name is empty.');
  if (state.model) problems.push(`The model is already trained, as ${state.model.id}.`);
  else if (last?.outcome === 'accepted') problems.push(`The model is being trained under the name ${last.name}.`);
  else if (last && !hasEndedWithoutModel(last) && !resendCreate)
    problems.push(
      `It is not known whether the create as ${last.name} was accepted; give resendCreate to create again all the same.`,
    );
  return problems;
}
