import type { CreateAttempt, TrainingState } from '../state/training-state.ts';
import { isFailure } from './session-signal.ts';
import { clipsOf, isUploadOpen } from './training-phase.ts';

/** How long a create is given to show by default before the ledger is read. */
export const SETTLE_MS = 180_000;
/** How much longer the session is watched after that, where the ledger shows a charge that may be of this create. */
export const CHARGED_WATCH_MS = 600_000;

/** What to do next. The actions of one decision may run at the same time, but only one at a time for each `index`. */
export type Action =
  | { type: 'prepare' }
  | { type: 'upload'; index: number }
  | { type: 'watch-upload'; index: number; taskId: string; startedAt: number }
  /** Poll the session once. */
  | { type: 'read-session'; taskId: string }
  /** Save the intent to create; nothing is sent. */
  | { type: 'record-intent' }
  | { type: 'create'; sessionId: string; name: string; clipIds: string[] }
  /** Poll the session until something changes or, while it is not known whether a create was accepted, until a time (ms since the epoch). */
  | { type: 'watch-create'; taskId: string; startedAt: number; until?: number }
  | { type: 'read-ledger'; since: number }
  | { type: 'finish' }
  | { type: 'fail'; reason: FailReason };

export type FailReason = 'upload_failed' | 'training_failed' | 'create_refused' | 'create_outcome_unknown';

/**
 * What to do next. It follows from the state and the time alone.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { decide, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await training.detach();
 * const { sessionId: _, ...state } = training.state;
 * console.log(decide(state, Date.now())[0]?.type); // prepare
 * ```
 */
export function decide(state: TrainingState, now: number, settleMs: number = SETTLE_MS): Action[] {
  const { sessionId, confirmation } = state;
  if (state.model) return single({ type: 'finish' });
  if (sessionId === undefined) return single({ type: 'prepare' });
  const attempt = state.creates.at(-1);
  if (!attempt) {
    const uploads = uploadActions(state);
    if (uploads.length > 0) return uploads;
    if (clipsOf(state).length < state.minClips) return fail('upload_failed');
  }
  const taskId = attempt?.taskId ?? sessionId;
  const outcome = attempt?.outcome;
  if (attempt && outcome === 'intended')
    return single({ type: 'create', sessionId, name: attempt.name, clipIds: attempt.clipIds });
  if (attempt && outcome === 'accepted') return single({ type: 'watch-create', taskId, startedAt: attempt.intendedAt });
  if (attempt && !confirmation) {
    if (outcome === 'outcome-unknown') return reconcile(state, attempt, taskId, now, settleMs);
    if (outcome === 'refused') return fail('create_refused');
    if (outcome !== 'not-accepted') return fail('training_failed');
  }
  return single(state.baseline ? { type: 'record-intent' } : { type: 'read-session', taskId });
}

const single = (action: Action): Action[] => [action];
const fail = (reason: FailReason): Action[] => single({ type: 'fail', reason });

function uploadActions(state: TrainingState): Action[] {
  return state.uploads.flatMap((upload, index): Action[] => {
    const { status, taskId, sentAt = 0 } = upload;
    if (!isUploadOpen(upload)) return [];
    if (status === 'running' && taskId !== undefined) return [{ type: 'watch-upload', index, taskId, startedAt: sentAt }];
    return [{ type: 'upload', index }];
  });
}

/**
 * Finds out whether a create was accepted whose response was lost. The session is watched for as long as a create may take to show, and if it shows
 * nothing, the ledger is read. Only a complete ledger without a charge proves that the create was not accepted; `apply` draws that conclusion. A charge
 * may belong to another training, so then only the session can tell.
 */
function reconcile(state: TrainingState, attempt: CreateAttempt, taskId: string, now: number, settleMs: number): Action[] {
  const startedAt = attempt.intendedAt;
  const lostAt = attempt.outcomeAt ?? startedAt;
  // If another machine has resumed the training, the two local clocks are compared by way of the server's.
  const drift = attempt.skewMs !== undefined && state.skewMs !== undefined ? state.skewMs - attempt.skewMs : 0;
  const settledAt = lostAt - drift + settleMs;
  const watch = (until: number): Action[] => single({ type: 'watch-create', taskId, startedAt, until });
  if (now < settledAt) return watch(settledAt);
  if (!attempt.lastSnapshot || attempt.lastSnapshot.at < settledAt) return single({ type: 'read-session', taskId });
  const { ledger } = attempt;
  if (!ledger || ledger.at < settledAt) return single({ type: 'read-ledger', since: ledgerStart(state, attempt) });
  if (ledger.finding === 'charged' && now < settledAt + CHARGED_WATCH_MS) return watch(settledAt + CHARGED_WATCH_MS);
  return fail('create_outcome_unknown');
}

/** A charge may be dated this much before its intent, because the hosts of ledger and status differ or a `Date` header is rounded. */
const KNOWN_SKEW_MARGIN_MS = 60_000;
const UNKNOWN_SKEW_MARGIN_MS = 86_400_000;

/**
 * The time, by the server's clock, from which on a charge may belong to this create. It errs on the early side: a charge too many leaves a doubt, one
 * too few leads to a second charge.
 */
function ledgerStart(state: TrainingState, attempt: CreateAttempt): number {
  const skewMs = attempt.skewMs ?? state.skewMs;
  const start = attempt.intendedAt + (skewMs ?? 0) - (skewMs === undefined ? UNKNOWN_SKEW_MARGIN_MS : KNOWN_SKEW_MARGIN_MS);
  // The charge of an earlier, failed create is dated before that failure. Only the server's own time of the failure can be compared with it.
  const failedAt = isFailure(attempt.baseline.status) ? Date.parse(attempt.baseline.finishAt ?? '') : Number.NaN;
  return failedAt > start ? failedAt : start;
}
