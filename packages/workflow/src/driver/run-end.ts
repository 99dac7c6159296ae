import {
  ConflictError,
  type CustomModelId,
  isMountseaError,
  type MountseaError,
  NotFoundError,
  ValidationError,
} from '@mountsea-suno/client';
import type { FailReason } from '../core/decide.ts';
import { clipsOf } from '../core/training-phase.ts';
import { untrustedText } from '../errors/problem.ts';
import { CreateOutcomeUnknownError, DeadlineError, TrainingFailedError, UploadFailedError } from '../errors/workflow-errors.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { CustomModel } from '../training.ts';

const CREATE_CREDITS = 100;

/** The model of a training that is done. */
export function modelOf(state: TrainingState): CustomModel {
  const { id, name, model, sessionId = '', creates } = state;
  const accepted = creates.filter(({ outcome }) => outcome === 'succeeded' || outcome === 'failed');
  return {
    id: model?.id as CustomModelId,
    name: creates.at(-1)?.name ?? name,
    sessionId,
    trainingId: id,
    clips: clipsOf(state),
    credits: accepted.length * CREATE_CREDITS,
    task: model?.task,
  };
}

/** The error in which a training ends. It is made from the state alone, so a resumed run ends in the same one. */
export function finalError(state: TrainingState, reason: FailReason): MountseaError {
  switch (reason) {
    case 'upload_failed':
      return new UploadFailedError(state);
    case 'training_failed':
      return new TrainingFailedError(state);
    case 'create_outcome_unknown':
      return new CreateOutcomeUnknownError(state, describeUnknownCreate(state));
    case 'create_refused': {
      const { code = 'validation_failed', message = 'The create was refused.' } = state.creates.at(-1)?.problem ?? {};
      const Refusal = { not_found: NotFoundError, conflict: ConflictError }[code] ?? ValidationError;
      return new Refusal(message, { operation: 'POST /suno/v2/customModel/create', charged: 'no', resumeId: state.id });
    }
  }
}

/** The error of a run whose time is over. */
export function deadlineError(state: TrainingState): DeadlineError {
  const message = `The training ${state.id} was not done in time: ${describeProgress(state)}. Resume it to go on.`;
  return new DeadlineError(message, state.id);
}

/** The same error, with the id to resume the training with. An error that belongs to several trainings, such as the reason of a shared signal, gets none. */
export function withResumeId(error: unknown, id: string): unknown {
  if (typeof error !== 'object' || error === null || !Object.isExtensible(error)) return error;
  const known = (error as { resumeId?: string }).resumeId ?? id;
  return isMountseaError(error) && known !== id ? error : Object.assign(error, { resumeId: known === id ? id : undefined });
}

function describeUnknownCreate(state: TrainingState): string {
  const { lastSnapshot, ledger, intendedAt = 0, problem } = state.creates.at(-1) ?? {};
  const findings = {
    charged: `the ledger shows ${ledger?.charges} charge(s) for a create since, which may belong to another training`,
    none: 'the ledger shows no charge, although the session has changed',
    unavailable: 'the ledger could not be read',
  };
  return (
    `It is not known whether the create of ${new Date(intendedAt).toISOString()} was accepted (${problem?.code ?? 'interrupted'}). ` +
    `The session reads ${untrustedText(lastSnapshot?.status ?? 'nothing')}, and ${findings[ledger?.finding ?? 'unavailable']}. ` +
    `Resume ${state.id} to check again, or resume it with resendCreate, which may cost another 100 credits.`
  );
}

function describeProgress({ uploads, creates }: TrainingState): string {
  const status = creates.at(-1)?.lastSnapshot?.status;
  const clips = uploads.filter((upload) => upload.status === 'done').length;
  if (status === undefined) return `${clips} of ${uploads.length} files are uploaded`;
  if (status !== 'success') return `the session reads ${untrustedText(status)}`;
  return (
    'the session reads success, and no model id was found in it. The record keeps the response (creates, response): the model may well be there, ' +
    'so look for its id before you pay for another'
  );
}
