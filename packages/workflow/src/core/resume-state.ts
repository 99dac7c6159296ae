import type { CreateAttempt, TrainingState, UploadState } from '../state/training-state.ts';
import { isRefusal } from './apply.ts';
import { clipsOf } from './training-phase.ts';

/** How long after its intent a create may still have been under way when its process died: the client gives up after this time. */
const LONGEST_CREATE_MS = 120_000;

/** What is decided when a training is resumed. */
export interface ResumeDecision {
  /** When it is resumed, in milliseconds since the epoch. */
  at: number;
  /** Create again under this name, after a refusal or a failure. */
  name?: string | undefined;
  /** Create although it is not known whether a create was accepted: the last one, or one that an older copy of the record does not know of. */
  resendCreate?: boolean | undefined;
  /** Go on with this many clips. */
  minClips?: number | undefined;
}

/**
 * The state in which a run begins that resumes a record. What was under way when the record was saved may or may not have happened: a file is sent
 * again, and of a create it has to be found out.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { resumeState, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await training.detach();
 * console.log(resumeState(training.state, { at: Date.now(), name: 'v6Pro b' }).name); // v6Pro b
 * ```
 */
export function resumeState(state: TrainingState, decision: ResumeDecision): TrainingState {
  const { at, name, resendCreate, minClips } = decision;
  const last = state.creates.at(-1);
  const attempt = last && resumeCreate(last);
  const hasEnoughClips = minClips !== undefined && clipsOf(state).length >= minClips;
  // A name confirms another create after one that has ended. It confirms nothing about a create that the record does not know of.
  const hasEnded = attempt?.outcome === 'failed' || attempt?.outcome === 'refused';
  const isConfirmed = hasEnded ? name !== undefined : attempt?.outcome !== 'accepted' && resendCreate;
  return {
    ...state,
    name: name ?? state.name,
    minClips: minClips ?? state.minClips,
    uploads: last ? state.uploads : state.uploads.map((upload) => resumeUpload(upload, hasEnoughClips)),
    creates: attempt ? state.creates.with(-1, attempt) : [],
    baseline: undefined,
    confirmation: isConfirmed ? { at } : undefined,
    resumedAt: at,
    updatedAt: at,
  };
}

/** Whether it is certain that no model will come of a create. */
export function hasEndedWithoutModel({ outcome }: CreateAttempt): boolean {
  return outcome === 'failed' || outcome === 'refused' || outcome === 'not-accepted';
}

function resumeUpload(upload: UploadState, hasEnoughClips: boolean): UploadState {
  const { audioUrl, status, taskId } = upload;
  if (status === 'done' || (status === 'failed' && hasEnoughClips)) return upload;
  if (status === 'running' && taskId !== undefined) return { ...upload, attempt: 1 };
  return { audioUrl, status: 'waiting', attempt: 0 };
}

function resumeCreate(attempt: CreateAttempt): CreateAttempt {
  const { outcome, intendedAt, problem } = attempt;
  const fresh = { ...attempt, ledger: undefined };
  if (outcome === 'intended') return { ...fresh, outcome: 'outcome-unknown', outcomeAt: intendedAt + LONGEST_CREATE_MS };
  // A refusal that is not about the request itself, such as one for want of credits, proves that another create may follow.
  return outcome === 'refused' && !isRefusal(problem?.code) ? { ...fresh, outcome: 'not-accepted' } : fresh;
}
