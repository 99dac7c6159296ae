import type { CreateAttempt, TrainingState, UploadState } from '../state/training-state.ts';
import { isFailure } from './session-evidence.ts';

/** How long after its settle time a create that the ledger seems to show may take to show on the session. */
export const PATIENCE_MS = 600_000;
export const SETTLE_MS = 180_000;

/**
 * What to do next. The actions of one decision may run at the same time, and one at a time for each `index`.
 *
 * @example
 * ```ts
 * import type { Action } from '@mountsea-suno/workflow';
 *
 * const action: Action = { type: 'prepare' };
 * console.log(action.type);
 * ```
 */
export type Action =
  | { type: 'prepare' }
  | { type: 'upload'; index: number }
  | { type: 'watch-upload'; index: number; taskId: string; startedAt: number }
  /** One look at the session. */
  | { type: 'look'; taskId: string }
  /** Save the intent to create; nothing is sent. */
  | { type: 'intend' }
  | { type: 'create'; sessionId: string; name: string; clipIds: string[] }
  /** Look at the session until something changes or, when a create is being reconciled, until a time. */
  | { type: 'watch-create'; taskId: string; startedAt: number; until?: number }
  | { type: 'read-ledger'; since: number }
  | { type: 'finish' }
  | { type: 'fail'; reason: FailReason };

export type FailReason = 'upload_failed' | 'training_failed' | 'create_refused' | 'create_outcome_unknown';

const action = (wanted: Action): Action[] => [wanted];
const fail = (reason: FailReason): Action[] => action({ type: 'fail', reason });

/**
 * What to do next, from the record and the time alone.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { decide, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * const { sessionId: _, ...state } = training.state;
 * console.log(decide(state, Date.now())[0]?.type); // prepare
 * await training.detach();
 * ```
 */
export function decide(state: TrainingState, now: number, settleMs: number = SETTLE_MS): Action[] {
  const { sessionId, consent } = state;
  if (state.model) return action({ type: 'finish' });
  if (sessionId === undefined) return action({ type: 'prepare' });
  const attempt = state.creates.at(-1);
  if (!attempt) {
    const uploads = uploadActions(state);
    if (uploads.length > 0) return uploads;
    if (clipsOf(state).length < state.minClips) return fail('upload_failed');
  }
  const taskId = attempt?.taskId ?? sessionId;
  const outcome = attempt?.outcome;
  if (attempt && outcome === 'intended')
    return action({ type: 'create', sessionId, name: attempt.name, clipIds: attempt.clipIds });
  if (attempt && outcome === 'accepted') return action({ type: 'watch-create', taskId, startedAt: attempt.intendedAt });
  if (attempt && !consent) {
    if (outcome === 'outcome-unknown') return reconcile(state, attempt, taskId, now, settleMs);
    if (outcome === 'refused') return fail('create_refused');
    if (outcome !== 'not-accepted') return fail('training_failed');
  }
  return action(state.before ? { type: 'intend' } : { type: 'look', taskId });
}

/** The clips of the files that are done, in the order of the files. */
export function clipsOf(state: TrainingState): { audioUrl: string; clipId: string }[] {
  return state.uploads.flatMap(({ audioUrl, clipId, status }) => (status === 'done' && clipId ? [{ audioUrl, clipId }] : []));
}

/** A file that is still to become a clip or to fail. */
export function isOpen({ status }: UploadState): boolean {
  return status !== 'done' && status !== 'failed';
}

function uploadActions(state: TrainingState): Action[] {
  return state.uploads.flatMap((upload, index): Action[] => {
    const { status, taskId, sentAt = 0 } = upload;
    if (!isOpen(upload)) return [];
    if (status === 'running' && taskId !== undefined) return [{ type: 'watch-upload', index, taskId, startedAt: sentAt }];
    return [{ type: 'upload', index }];
  });
}

/**
 * Whether a create was accepted of which the answer was lost. First the session is watched for as long as a late create may take to show; where
 * it stays silent, the ledger is read. Only a complete ledger without a charge proves that the create was not accepted (`apply` draws that
 * conclusion); a charge may be of another training, so then only the session can tell.
 */
function reconcile(state: TrainingState, attempt: CreateAttempt, taskId: string, now: number, settleMs: number): Action[] {
  const startedAt = attempt.intendedAt;
  const lostAt = attempt.since ?? startedAt;
  // Between two machines, the server's clock is the common one.
  const drift = attempt.skewMs !== undefined && state.skewMs !== undefined ? state.skewMs - attempt.skewMs : 0;
  const settledAt = lostAt - drift + settleMs;
  const watch = (until: number): Action[] => action({ type: 'watch-create', taskId, startedAt, until });
  if (now < settledAt) return watch(settledAt);
  if (!attempt.seen || attempt.seen.at < settledAt) return action({ type: 'look', taskId });
  const { ledger } = attempt;
  if (!ledger || ledger.at < settledAt) return action({ type: 'read-ledger', since: ledgerStart(state, attempt) });
  if (ledger.finding === 'charged' && now < settledAt + PATIENCE_MS) return watch(settledAt + PATIENCE_MS);
  return fail('create_outcome_unknown');
}

/** How far the clocks of ledger and status host, or the rounding of a `Date` header, may put a charge before the intent that caused it. */
const KNOWN_SKEW_MARGIN_MS = 60_000;
const UNKNOWN_SKEW_MARGIN_MS = 86_400_000;

/** From when on, by the server's clock, a charge may be this create's. Rather too early: a charge too many is a doubt, one too few a second charge. */
function ledgerStart(state: TrainingState, attempt: CreateAttempt): number {
  const skewMs = attempt.skewMs ?? state.skewMs;
  const start = attempt.intendedAt + (skewMs ?? 0) - (skewMs === undefined ? UNKNOWN_SKEW_MARGIN_MS : KNOWN_SKEW_MARGIN_MS);
  // The charge of a failed attempt before lies before that failure; only the server's own time of it can be compared.
  const failedAt = isFailure(attempt.before.status) ? Date.parse(attempt.before.finishAt ?? '') : Number.NaN;
  return failedAt > start ? failedAt : start;
}
