import { MountseaError } from '@mountsea-suno/client';
import { urlWithoutSecrets } from '@mountsea-suno/internal';
import type { TrainingState, UploadState } from '../state/training-state.ts';
import { untrustedText } from './problem.ts';

/** The error that each code of the workflow stands for. */
export interface WorkflowErrors {
  /** Nothing was sent. */
  invalid_input: InvalidInputError;
  /** Too few files became clips. */
  upload_failed: UploadFailedError;
  /** The API reported that the training failed. */
  training_failed: TrainingFailedError;
  /** The create may have been charged. */
  create_outcome_unknown: CreateOutcomeUnknownError;
  /** The time given to the run or the wait is over. */
  deadline_passed: DeadlineError;
  /** The saved record cannot be read. */
  state_invalid: StateError;
  /** Another process drives the training. */
  training_locked: TrainingLockedError;
  /** The store has no such training. */
  training_not_found: TrainingNotFoundError;
  /** Removing the training would lose paid work. */
  training_open: TrainingOpenError;
}

/** The codes that only the workflow uses. */
export type WorkflowErrorCode = keyof WorkflowErrors;

declare module '@mountsea-suno/client' {
  // The errors of the workflow are errors of the client's family, so that a switch over `error.code` knows them too.
  interface MountseaErrors extends WorkflowErrors {}
}

/**
 * What all errors of the workflow have in common. `resumeId`, where there is one, is the id to resume the training with.
 *
 * @example
 * ```ts
 * import { TrainingNotFoundError, WorkflowError } from '@mountsea-suno/workflow';
 *
 * const error: unknown = new TrainingNotFoundError('a-training');
 * if (error instanceof WorkflowError) console.log(error.code, error.resumeId); // training_not_found a-training
 * ```
 */
export abstract class WorkflowError extends MountseaError {
  /** One of the workflow's own codes. */
  abstract override readonly code: WorkflowErrorCode;
}

/**
 * A model cannot be trained on what was given. Nothing was sent.
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
  override readonly name = 'InvalidInputError';
  override readonly code = 'invalid_input';
  /** One sentence each. */
  readonly problems: string[];

  constructor(problems: string[], resumeId?: string) {
    super(problems.join(' '), { resumeId });
    this.problems = problems;
  }
}

/**
 * Too few files became clips. Those that did are kept: a resume sends only the others.
 *
 * @example
 * ```ts
 * import { type Training, UploadFailedError } from '@mountsea-suno/workflow';
 *
 * async function failedFiles(training: Training): Promise<string[]> {
 *   const error: unknown = await training.result().catch((reason: unknown) => reason);
 *   if (!(error instanceof UploadFailedError)) return [];
 *   return error.uploads.filter(({ status }) => status === 'failed').map(({ audioUrl, failReason }) => `${audioUrl}: ${failReason}`);
 * }
 * console.log(typeof failedFiles);
 * ```
 */
export class UploadFailedError extends WorkflowError {
  override readonly name = 'UploadFailedError';
  override readonly code = 'upload_failed';
  /** How far each file is, in the order given. The URLs are without their query, since errors are logged. */
  readonly uploads: readonly UploadState[];

  constructor(state: TrainingState) {
    const failed = state.uploads.filter((upload) => upload.status === 'failed');
    const reasons = failed.map((upload) => `${urlWithoutSecrets(upload.audioUrl)}: ${upload.failReason}`);
    super(`${failed.length} of ${state.uploads.length} uploads failed. ${reasons.join('; ')}`, {
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
  override readonly name = 'TrainingFailedError';
  override readonly code = 'training_failed';
  /** Why, in the server’s words. Untrusted. */
  readonly failReason: string | undefined;
  /** As the server gave it. */
  readonly failCode: number | string | undefined;

  constructor(state: TrainingState) {
    const { status = 'failed', failReason, failCode } = state.creates.at(-1)?.lastSnapshot ?? {};
    super(`The training ended as ${untrustedText(status)}: ${failReason ?? 'no reason given'}`, {
      resumeId: state.id,
      charged: 'unknown',
    });
    this.failReason = failReason;
    this.failCode = failCode;
  }
}

/**
 * It is not known whether the create was accepted. Resume the training to check again, or with `resendCreate` to create again.
 *
 * @example
 * ```ts
 * import { CreateOutcomeUnknownError } from '@mountsea-suno/workflow';
 *
 * function nextStep(error: unknown): string {
 *   if (!(error instanceof CreateOutcomeUnknownError)) return 'nothing';
 *   return `resume ${error.resumeId}: the ledger said ${error.state.creates.at(-1)?.ledger?.finding}`;
 * }
 * console.log(nextStep(new Error('another one'))); // nothing
 * ```
 */
export class CreateOutcomeUnknownError extends WorkflowError {
  override readonly name = 'CreateOutcomeUnknownError';
  override readonly code = 'create_outcome_unknown';
  /** The state; `state.creates.at(-1)` is what was found out about the create. The URLs are without their query, and the `response` is only in the record. */
  readonly state: TrainingState;

  constructor(state: TrainingState, message: string) {
    super(message, { resumeId: state.id, charged: 'unknown' });
    this.state = loggable(state);
  }
}

/**
 * The time given to a run or a wait is over. The server goes on working: resume the training by `resumeId`, or wait for the task again.
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
  override readonly name = 'DeadlineError';
  override readonly code = 'deadline_passed';

  constructor(message: string, resumeId?: string) {
    super(message, { resumeId, retryable: true });
  }
}

/**
 * This release cannot read a saved record. The record was left as it is.
 *
 * @example
 * ```ts
 * import { parseState, StateError } from '@mountsea-suno/workflow';
 *
 * try {
 *   parseState('a-training', '{"version":1,');
 * } catch (error) {
 *   console.log(error instanceof StateError && error.message); // … it is cut off.
 * }
 * ```
 */
export class StateError extends WorkflowError {
  override readonly name = 'StateError';
  override readonly code = 'state_invalid';

  constructor(id: string, problem: string) {
    super(`The saved record of ${id} cannot be used: ${problem}`, { resumeId: id });
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
  override readonly name = 'TrainingLockedError';
  override readonly code = 'training_locked';
  /** Who holds the lock, in words. */
  readonly holder: string;

  constructor(id: string, holder: string) {
    super(`The training ${id} is being driven by ${holder}.`, { resumeId: id, retryable: true });
    this.holder = holder;
  }
}

/**
 * The store has no training with this id.
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
  override readonly name = 'TrainingNotFoundError';
  override readonly code = 'training_not_found';

  constructor(id: string) {
    super(`There is no training ${id} in this store.`, { resumeId: id });
  }
}

/**
 * The training was not removed: a create of it was paid for, or may have been, its model is still missing, and only its record leads to that model.
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
  override readonly name = 'TrainingOpenError';
  override readonly code = 'training_open';

  constructor(id: string, reason: string) {
    super(`The training ${id} is kept: ${reason}`, { resumeId: id });
  }
}

/** A state that may be logged. URLs are without their query, and whole responses, which may hold such URLs and be of any length, are left out. */
function loggable(state: TrainingState): TrainingState {
  return {
    ...state,
    uploads: state.uploads.map((upload) => ({ ...upload, audioUrl: urlWithoutSecrets(upload.audioUrl) })),
    creates: state.creates.map(({ response: _, ...attempt }) => attempt),
  };
}
