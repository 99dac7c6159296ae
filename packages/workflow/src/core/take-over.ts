import type { CreateAttempt, TrainingState, UploadState } from '../state/training-state.ts';
import { isRefusal } from './apply.ts';
import { clipsOf } from './decide.ts';

/** How long after its intent a create may still have been under way when its process died: the client's own limit. */
const LONGEST_CREATE_MS = 120_000;

/**
 * What the owner decides when a training is taken up again.
 *
 * @example
 * ```ts
 * import type { Takeover } from '@mountsea-suno/workflow';
 *
 * const takeover: Takeover = { at: Date.now(), resendCreate: true };
 * console.log(takeover);
 * ```
 */
export interface Takeover {
  /** When, ms since epoch. */
  at: number;
  /** Create again under this name, after a refusal or a failure. */
  name?: string | undefined;
  /** Create though it is not known whether a create was accepted: the last one, or one that an older copy of the record does not know of. */
  resendCreate?: boolean | undefined;
  /** Go on with so many clips. */
  minClips?: number | undefined;
}

/**
 * What is true when a run takes up a record. What was under way when it was saved may or may not have happened: a file is sent again, a create
 * is looked into.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { startTraining, takeOver } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await training.detach();
 * console.log(takeOver(training.state, { at: Date.now(), name: 'v6Pro b' }).name); // v6Pro b
 * ```
 */
export function takeOver(state: TrainingState, { at, name, resendCreate, minClips }: Takeover): TrainingState {
  const last = state.creates.at(-1);
  const attempt = last && takeOverCreate(last);
  const enough = minClips !== undefined && clipsOf(state).length >= minClips;
  // A name is the word to create again after what the API said no to; it says nothing of a create that the record does not know of.
  const isEnded = attempt?.outcome === 'failed' || attempt?.outcome === 'refused';
  const consents = isEnded ? name !== undefined : attempt?.outcome !== 'accepted' && resendCreate;
  return {
    ...state,
    name: name ?? state.name,
    minClips: minClips ?? state.minClips,
    uploads: last ? state.uploads : state.uploads.map((upload) => takeOverUpload(upload, enough)),
    creates: attempt ? state.creates.with(-1, attempt) : [],
    before: undefined,
    consent: consents ? { at } : undefined,
    resumedAt: at,
    updatedAt: at,
  };
}

/** Whether the API has said that the attempt came to nothing. */
export function isOver({ outcome }: CreateAttempt): boolean {
  return outcome === 'failed' || outcome === 'refused' || outcome === 'not-accepted';
}

function takeOverUpload(upload: UploadState, enough: boolean): UploadState {
  const { audioUrl, status, taskId } = upload;
  if (status === 'done' || (status === 'failed' && enough)) return upload;
  if (status === 'running' && taskId !== undefined) return { ...upload, attempt: 1 };
  return { audioUrl, status: 'waiting', attempt: 0 };
}

function takeOverCreate(attempt: CreateAttempt): CreateAttempt {
  const { outcome, intendedAt, problem } = attempt;
  const fresh = { ...attempt, ledger: undefined };
  if (outcome === 'intended') return { ...fresh, outcome: 'outcome-unknown', since: intendedAt + LONGEST_CREATE_MS };
  // A refusal for another reason than the parameters is proof enough that a create may follow.
  return outcome === 'refused' && !isRefusal(problem?.code) ? { ...fresh, outcome: 'not-accepted' } : fresh;
}
