import { MountseaError } from '@mountsea-suno/client';
import type { TrainingState, UploadState } from '../state/training-state.ts';
import { plain } from '../text/plain.ts';
import { withoutQuery } from '../text/without-query.ts';

/**
 * What all errors of the workflow share: `resumeId` is the id with which to go on.
 *
 * @example
 * ```ts
 * import { TrainingNotFoundError, WorkflowError } from '@mountsea-suno/workflow';
 *
 * const error: unknown = new TrainingNotFoundError('a-training');
 * if (error instanceof WorkflowError) console.log(error.code, error.resumeId); // training_not_found a-training
 * ```
 */
export class WorkflowError extends MountseaError {
  override name = 'WorkflowError';
}

/**
 * What was given cannot be trained on. Nothing was sent.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { InvalidInputError, startTraining } from '@mountsea-suno/workflow';
 *
 * const start = startTraining({ client: createClient(), name: '', audioUrls: ['https://songs.example.com/1.mp3'] });
 * await start.catch((error) => console.log(error instanceof InvalidInputError && error.problems)); // two problems
 * ```
 */
export class InvalidInputError extends WorkflowError {
  override name = 'InvalidInputError';
  /** One sentence each. */
  readonly problems: string[];

  constructor(problems: string[], resumeId?: string) {
    super('invalid_input', problems.join(' '), { resumeId });
    this.problems = problems;
  }
}

/** A state that may be logged: without the queries of URLs, and without whole answers of the server, which may hold such URLs and are of any length. */
function loggable(state: TrainingState): TrainingState {
  return {
    ...state,
    uploads: state.uploads.map((upload) => ({ ...upload, audioUrl: withoutQuery(upload.audioUrl) })),
    creates: state.creates.map(({ answer: _, ...attempt }) => attempt),
  };
}

/**
 * Too few files became clips. Those that did are kept: resuming sends only the others.
 *
 * @example
 * ```ts
 * import type { Training, UploadFailedError } from '@mountsea-suno/workflow';
 *
 * async function failedFiles(training: Training): Promise<string[]> {
 *   const error = await training.result().then(() => undefined, (reason: UploadFailedError) => reason);
 *   return error?.code === 'upload_failed' ? error.uploads.flatMap(({ status, failReason }) => (status === 'failed' ? [failReason ?? ''] : [])) : [];
 * }
 * console.log(typeof failedFiles);
 * ```
 */
export class UploadFailedError extends WorkflowError {
  override name = 'UploadFailedError';
  /** How each file stands, in the order given. Errors are logged: the URLs are without their query. */
  readonly uploads: readonly UploadState[];

  constructor(state: TrainingState) {
    const failed = state.uploads.filter((upload) => upload.status === 'failed');
    const reasons = failed.map((upload) => `${withoutQuery(upload.audioUrl)}: ${upload.failReason}`);
    super('upload_failed', `${failed.length} of ${state.uploads.length} uploads failed. ${reasons.join('; ')}`, {
      resumeId: state.id,
    });
    this.uploads = loggable(state).uploads;
  }
}

/**
 * The API reported that the training failed. Resume it with a `name` to create once more on the same session.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { resumeTraining, TrainingFailedError, type TrainingStore } from '@mountsea-suno/workflow';
 *
 * async function tryAnotherName(error: unknown, store: TrainingStore): Promise<void> {
 *   if (!(error instanceof TrainingFailedError) || error.resumeId === undefined) throw error;
 *   await resumeTraining(error.resumeId, { client: createClient(), store, name: 'v6Pro b' }); // may cost another 100 credits
 * }
 * console.log(typeof tryAnotherName);
 * ```
 */
export class TrainingFailedError extends WorkflowError {
  override name = 'TrainingFailedError';
  /** Why, in the server’s words. Untrusted. */
  readonly failReason: string | undefined;
  /** As the server gave it. */
  readonly failCode: number | string | undefined;

  constructor(state: TrainingState) {
    const { status = 'failed', failReason, failCode } = state.creates.at(-1)?.seen ?? {};
    super('training_failed', `The training ended as ${plain(status)}: ${failReason ?? 'no reason given'}`, {
      resumeId: state.id,
      charged: 'unknown',
    });
    this.failReason = failReason;
    this.failCode = failCode;
  }
}

/**
 * It is not known whether the create was accepted. `state` tells what was seen. Resume to look again, or with `resendCreate` to create again.
 *
 * @example
 * ```ts
 * import { CreateOutcomeUnknownError } from '@mountsea-suno/workflow';
 *
 * function whatToDo(error: unknown): string {
 *   if (!(error instanceof CreateOutcomeUnknownError)) return 'nothing';
 *   return `resume ${error.resumeId}: the ledger said ${error.state.creates.at(-1)?.ledger?.finding}`;
 * }
 * console.log(whatToDo(new Error('another one'))); // nothing
 * ```
 */
export class CreateOutcomeUnknownError extends WorkflowError {
  override name = 'CreateOutcomeUnknownError';
  /** With what was seen of the create: `state.creates.at(-1)`. The URLs are without their query, and the `answer` is left to the record. */
  readonly state: TrainingState;

  constructor(state: TrainingState, message: string) {
    super('create_outcome_unknown', message, { resumeId: state.id, charged: 'unknown' });
    this.state = loggable(state);
  }
}

/**
 * The run's time is up. The server goes on; resume to go on watching.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { DeadlineError, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, deadlineMs: 1 });
 * await training.result().catch((error) => console.log(error instanceof DeadlineError && error.resumeId === training.id)); // true
 * ```
 */
export class DeadlineError extends WorkflowError {
  override name = 'DeadlineError';
  constructor(state: TrainingState) {
    super('deadline_passed', `The training ${state.id} was not done in time: ${standingOf(state)}. Resume it to go on.`, {
      resumeId: state.id,
      retryable: true,
    });
  }
}

function standingOf({ uploads, creates }: TrainingState): string {
  const seen = creates.at(-1)?.seen?.status;
  const clips = uploads.filter(({ status }) => status === 'done').length;
  if (seen === undefined) return `${clips} of ${uploads.length} files are uploaded`;
  if (seen !== 'success') return `the session reads ${plain(seen)}`;
  return (
    'the session reads success, and no model id was found in it. The record keeps the answer (creates, answer): the model may well be there, ' +
    'so look for its id before you pay for another'
  );
}

/**
 * A saved record is not one that this release can read. It was left as it is.
 *
 * @example
 * ```ts
 * import { parseState, StateError } from '@mountsea-suno/workflow';
 *
 * try {
 *   parseState('a-training', '{"version":1,');
 * } catch (error) {
 *   console.log(error instanceof StateError && error.message); // … cut off.
 * }
 * ```
 */
export class StateError extends WorkflowError {
  override name = 'StateError';
  constructor(id: string, problem: string) {
    super('state_invalid', `The saved record of ${id} cannot be used: ${problem}`, { resumeId: id });
  }
}

/**
 * Another process is driving this training.
 *
 * @example
 * ```ts
 * import { memoryStore, TrainingLockedError } from '@mountsea-suno/workflow';
 *
 * const store = memoryStore();
 * await store.lock('a-training');
 * await store.lock('a-training').catch((error) => console.log(error instanceof TrainingLockedError && error.holder)); // this process
 * ```
 */
export class TrainingLockedError extends WorkflowError {
  override name = 'TrainingLockedError';
  /** Who holds it, in words. */
  readonly holder: string;

  constructor(id: string, holder: string) {
    super('training_locked', `The training ${id} is being driven by ${holder}.`, { resumeId: id, retryable: true });
    this.holder = holder;
  }
}

/**
 * The store has no training of this id.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, resumeTraining, TrainingNotFoundError } from '@mountsea-suno/workflow';
 *
 * const resumed = resumeTraining('unknown', { client: createClient(), store: memoryStore() });
 * await resumed.catch((error) => console.log(error instanceof TrainingNotFoundError)); // true
 * ```
 */
export class TrainingNotFoundError extends WorkflowError {
  override name = 'TrainingNotFoundError';
  constructor(id: string) {
    super('training_not_found', `There is no training ${id} in this store.`, { resumeId: id });
  }
}

/**
 * A create of this training was paid for, or may have been, and there is no model of it yet: its record is all that leads to it.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, removeTraining, startTraining, TrainingOpenError } from '@mountsea-suno/workflow';
 *
 * const store = memoryStore();
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), store, name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * for await (const event of training.events()) if (event.type === 'create' && event.status === 'accepted') break;
 * await training.detach();
 * await removeTraining(training.id, { store }).catch((error) => console.log(error instanceof TrainingOpenError)); // true
 * ```
 */
export class TrainingOpenError extends WorkflowError {
  override name = 'TrainingOpenError';
  constructor(id: string, why: string) {
    super('training_open', `The training ${id} is kept: ${why}`, { resumeId: id });
  }
}
