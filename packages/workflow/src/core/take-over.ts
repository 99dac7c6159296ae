import type { CreateAttempt, TrainingState, UploadState } from '../state/training-state.ts';
import { isRefusal } from './apply.ts';
import { clipsOf } from './decide.ts';

/** What the owner decides when a training is taken up again. */
export interface Takeover {
  at: number;
  name?: string | undefined;
  resendCreate?: boolean | undefined;
  minClips?: number | undefined;
}

/**
 * What is true when a run takes up a record. What was under way when it was saved may or may not have happened: a file is sent again, a create
 * is looked into.
 */
export function takeOver(state: TrainingState, { at, name, resendCreate, minClips }: Takeover): TrainingState {
  const last = state.creates.at(-1);
  const enough = minClips !== undefined && clipsOf(state).length >= minClips;
  const consents = last && (isOver(last) ? name !== undefined : last.outcome !== 'accepted' && resendCreate);
  return {
    ...state,
    name: name ?? state.name,
    minClips: minClips ?? state.minClips,
    uploads: last ? state.uploads : state.uploads.map((upload) => takeOverUpload(upload, enough)),
    creates: last ? state.creates.with(-1, takeOverCreate(last)) : [],
    before: undefined,
    consent: consents ? { at } : undefined,
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
  if (outcome === 'intended') return { ...fresh, outcome: 'outcome-unknown', since: intendedAt };
  // A refusal for another reason than the parameters is proof enough that a create may follow.
  return outcome === 'refused' && !isRefusal(problem?.code) ? { ...fresh, outcome: 'not-accepted' } : fresh;
}
