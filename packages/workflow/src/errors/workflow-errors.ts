import { MountseaError } from '@mountsea-suno/client';
import type { TrainingState, UploadState } from '../state/training-state.ts';
import { plain } from '../text/plain.ts';
import { withoutQuery } from '../text/without-query.ts';

/** What all errors of the workflow share: `resumeId` is the id with which to go on. */
export class WorkflowError extends MountseaError {
  override name = 'WorkflowError';
}

/** What was given cannot be trained on. Nothing was sent. */
export class InvalidInputError extends WorkflowError {
  override name = 'InvalidInputError';
  /** One sentence each. */
  readonly problems: string[];

  constructor(problems: string[], resumeId?: string) {
    super('invalid_input', problems.join(' '), { resumeId });
    this.problems = problems;
  }
}

/** Too few files became clips. Those that did are kept: resuming sends only the others. */
export class UploadFailedError extends WorkflowError {
  override name = 'UploadFailedError';
  /** How each file stands, in the order given. */
  readonly uploads: readonly UploadState[];

  constructor(state: TrainingState) {
    const failed = state.uploads.filter((upload) => upload.status === 'failed');
    const reasons = failed.map((upload) => `${withoutQuery(upload.audioUrl)}: ${plain(upload.failReason)}`);
    super('upload_failed', `${failed.length} of ${state.uploads.length} uploads failed. ${reasons.join('; ')}`, {
      resumeId: state.id,
    });
    this.uploads = state.uploads;
  }
}

/** The API reported that the training failed. Resume it with a `name` to create once more on the same session. */
export class TrainingFailedError extends WorkflowError {
  override name = 'TrainingFailedError';
  readonly failReason: string | undefined;
  readonly failCode: number | string | undefined;

  constructor(state: TrainingState) {
    const { status = 'failed', failReason, failCode } = state.creates.at(-1)?.seen ?? {};
    super('training_failed', `The training ended as ${plain(status)}: ${plain(failReason)}`, {
      resumeId: state.id,
      charged: 'unknown',
    });
    this.failReason = failReason;
    this.failCode = failCode;
  }
}

/** It is not known whether the create was accepted. `state` tells what was seen. Resume to look again, or with `resendCreate` to create again. */
export class CreateOutcomeUnknownError extends WorkflowError {
  override name = 'CreateOutcomeUnknownError';
  readonly state: TrainingState;

  constructor(state: TrainingState, message: string) {
    super('create_outcome_unknown', message, { resumeId: state.id, charged: 'unknown' });
    this.state = state;
  }
}

/** The run's time is up. The server goes on; resume to go on watching. */
export class DeadlineError extends WorkflowError {
  override name = 'DeadlineError';
  constructor(state: TrainingState) {
    const seen = state.creates.at(-1)?.seen?.status;
    const clips = state.uploads.filter(({ status }) => status === 'done').length;
    const standing =
      seen === undefined ? `${clips} of ${state.uploads.length} files are uploaded` : `the session reads ${plain(seen)}`;
    super('deadline_passed', `The training ${state.id} was not done in time: ${standing}. Resume it to go on.`, {
      resumeId: state.id,
      retryable: true,
    });
  }
}

/** A saved record is not one that this release can read. It was left as it is. */
export class StateError extends WorkflowError {
  override name = 'StateError';
  constructor(id: string, problem: string) {
    super('state_invalid', `The saved record of ${id} cannot be used: ${problem}`, { resumeId: id });
  }
}

/** Another process is driving this training. */
export class TrainingLockedError extends WorkflowError {
  override name = 'TrainingLockedError';
  /** Who holds it, in words. */
  readonly holder: string;

  constructor(id: string, holder: string) {
    super('training_locked', `The training ${id} is being driven by ${holder}.`, { resumeId: id, retryable: true });
    this.holder = holder;
  }
}

/** The store has no training of this id. */
export class TrainingNotFoundError extends WorkflowError {
  override name = 'TrainingNotFoundError';
  constructor(id: string) {
    super('training_not_found', `There is no training ${id} in this store.`, { resumeId: id });
  }
}
