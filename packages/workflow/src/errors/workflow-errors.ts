import { MountseaError } from '@mountsea-suno/client';
import type { SessionLook, TrainingState, UploadState } from '../state/training-state.ts';

interface WorkflowErrorFields {
  resumeId?: string | undefined;
  cause?: unknown;
  retryable?: boolean;
  charged?: 'no' | 'yes' | 'unknown';
}

/** What all errors of the workflow share. */
export class WorkflowError extends MountseaError {
  /** With which to resume the training. */
  readonly resumeId?: string;

  constructor(code: string, message: string, fields: WorkflowErrorFields = {}) {
    super(message, {
      code,
      attempts: 0,
      retryable: fields.retryable ?? false,
      charged: fields.charged ?? 'no',
      ...(fields.cause === undefined ? {} : { cause: fields.cause }),
    });
    this.name = new.target.name;
    if (fields.resumeId !== undefined) this.resumeId = fields.resumeId;
  }
}

/** What was given cannot be trained on. Nothing was sent. */
export class InvalidInputError extends WorkflowError {
  /** One sentence each. */
  readonly problems: string[];

  constructor(problems: string[], resumeId?: string) {
    super('invalid_input', problems.join(' '), { resumeId });
    this.problems = problems;
  }
}

/** Too few files became clips. Those that did are kept: resuming sends only the others. */
export class UploadFailedError extends WorkflowError {
  /** How each file stands, in the order given. */
  readonly uploads: readonly UploadState[];

  constructor(state: TrainingState) {
    const failed = state.uploads.filter((upload) => upload.status === 'failed');
    const reasons = failed.map((upload) => `${withoutQuery(upload.audioUrl)}: ${upload.failReason ?? 'no reason given'}`);
    super('upload_failed', `${failed.length} of ${state.uploads.length} uploads failed. ${reasons.join('; ')}`, {
      resumeId: state.id,
    });
    this.uploads = state.uploads;
  }
}

/** The API reported that the training failed. Resume it with a `name` to create once more on the same session. */
export class TrainingFailedError extends WorkflowError {
  readonly failReason?: string;
  readonly failCode?: number | string;

  constructor(state: TrainingState, seen: SessionLook | undefined) {
    super('training_failed', `The training ${seen?.status ?? 'failed'}: ${seen?.failReason ?? 'no reason given'}`, {
      resumeId: state.id,
      charged: 'unknown',
    });
    if (seen?.failReason !== undefined) this.failReason = seen.failReason;
    if (seen?.failCode !== undefined) this.failCode = seen.failCode;
  }
}

/** It is not known whether the create was accepted. `state` tells what was seen. Resume to look again, or with `resendCreate` to create again. */
export class CreateOutcomeUnknownError extends WorkflowError {
  readonly state: TrainingState;

  constructor(state: TrainingState, message: string) {
    super('create_outcome_unknown', message, { resumeId: state.id, charged: 'unknown' });
    this.state = state;
  }
}

/** The run's time is up. The server goes on; resume to go on watching. */
export class DeadlineError extends WorkflowError {
  constructor(state: TrainingState, message: string) {
    super('deadline_passed', message, { resumeId: state.id, retryable: true });
  }
}

/** A saved record is not one that this release can read. It was left as it is. */
export class StateError extends WorkflowError {
  constructor(id: string, problem: string) {
    super('state_invalid', `The saved record of ${id} cannot be used: ${problem}`, { resumeId: id });
  }
}

/** Another process is driving this training. */
export class TrainingLockedError extends WorkflowError {
  /** Who holds it, in words. */
  readonly holder: string;

  constructor(id: string, holder: string) {
    super('training_locked', `The training ${id} is being driven by ${holder}.`, { resumeId: id, retryable: true });
    this.holder = holder;
  }
}

/** The store has no training of this id. */
export class TrainingNotFoundError extends WorkflowError {
  constructor(id: string) {
    super('training_not_found', `There is no training ${id} in this store.`, { resumeId: id });
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
