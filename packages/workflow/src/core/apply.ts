import type { CreateAttempt, SessionSnapshot, TrainingState, UploadState } from '../state/training-state.ts';
import type { Outcome } from './outcome.ts';
import { classifySession, isFailure, isIdle, isModelId } from './session-signal.ts';
import { clipsOf } from './training-phase.ts';

/** How often a file is sent in one run, at most. */
const MAX_UPLOAD_ATTEMPTS = 3;
/** A `Date` header counts whole seconds and the response takes time to arrive, so a smaller change of the skew means nothing. */
const SKEW_STEP_MS = 2_000;

/**
 * The state after an outcome. It is the same object when nothing has changed.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { apply, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await training.detach();
 * const outcome = { type: 'prepared', at: Date.now(), sessionId: 'a-session' } as const;
 * console.log(apply(training.state, outcome).sessionId); // a-session
 * ```
 */
export function apply(state: TrainingState, outcome: Outcome): TrainingState {
  const next = transition(state, outcome);
  return next === state ? state : { ...next, updatedAt: outcome.at };
}

function transition(state: TrainingState, outcome: Outcome): TrainingState {
  const { at } = outcome;
  switch (outcome.type) {
    case 'prepared':
      // Nobody else knows this session, so what it shows cannot come from a create of somebody else or of an older record.
      return { ...state, sessionId: outcome.sessionId, resumedAt: undefined };
    case 'upload-sending':
      return withUpload(state, outcome.index, ({ audioUrl, attempt }) => ({
        audioUrl,
        status: 'sent',
        attempt: attempt + 1,
        sentAt: at,
      }));
    case 'upload-accepted':
      return withUpload(state, outcome.index, (upload) => ({ ...upload, status: 'running', taskId: outcome.taskId }));
    case 'upload-polled':
      return withUpload(state, outcome.index, (upload) => afterUploadPoll(state, upload, outcome));
    case 'session-polled':
      return afterSessionPoll(withSkew(state, outcome.skewMs), outcome.snapshot, outcome.task);
    case 'intent-recorded':
      return recordIntent(state, at);
    case 'create-call-ended': {
      const { outcome: known, taskId, problem } = outcome;
      const knownFrom = known === 'not-accepted' ? 'never-sent' : known === 'outcome-unknown' ? undefined : 'response';
      return withAttempt(state, { outcome: known, knownFrom, taskId, problem, outcomeAt: at });
    }
    case 'ledger-read': {
      const { reading: ledger } = outcome;
      const { sessionChanged, problem } = state.creates.at(-1) ?? {};
      if (ledger.finding !== 'none' || sessionChanged) return withAttempt(state, { ledger });
      return withAttempt(state, {
        ledger,
        // The API would refuse the same request again.
        outcome: isRefusal(problem?.code) ? 'refused' : 'not-accepted',
        knownFrom: 'ledger',
        outcomeAt: at,
      });
    }
  }
}

/** Whether a code says that the request itself is wrong, so that the API would refuse it again as it is. */
export const isRefusal = (code: string | undefined): boolean => /^(validation_failed|not_found|conflict)$/.test(code ?? '');

function withUpload(state: TrainingState, index: number, change: (upload: UploadState) => UploadState): TrainingState {
  const upload = state.uploads[index];
  const next = upload && change(upload);
  return !next || next === upload ? state : { ...state, uploads: state.uploads.with(index, next) };
}

function afterUploadPoll(
  state: TrainingState,
  upload: UploadState,
  poll: Extract<Outcome, { type: 'upload-polled' }>,
): UploadState {
  const { status, clipId, failReason = status, failCode } = poll;
  const { audioUrl, attempt, sentAt } = upload;
  const fail = (reason: string, final?: boolean): UploadState => ({
    audioUrl,
    status: final || attempt >= MAX_UPLOAD_ATTEMPTS ? 'failed' : 'retrying',
    attempt,
    sentAt,
    failReason: reason,
    failCode,
  });
  if (isFailure(status)) return fail(failReason, poll.final || Number(failCode) === 4001 || /source not found/i.test(failReason));
  if (status !== 'success') return upload.taskStatus === status ? upload : { ...upload, taskStatus: status };
  if (!clipId) return fail('The task succeeded without a clip id.');
  // The server would count two files with one clip as one.
  if (state.uploads.some((other) => other.clipId === clipId)) return fail('The task gave the clip of another file.');
  return { ...upload, status: 'done', taskStatus: status, clipId };
}

function withSkew(state: TrainingState, skewMs: number | undefined): TrainingState {
  return skewMs === undefined || Math.abs(skewMs - (state.skewMs ?? Number.POSITIVE_INFINITY)) < SKEW_STEP_MS
    ? state
    : { ...state, skewMs };
}

function withAttempt(state: TrainingState, change: Partial<CreateAttempt>): TrainingState {
  const attempt = state.creates.at(-1);
  return attempt ? { ...state, creates: state.creates.with(-1, { ...attempt, ...change }) } : state;
}

/** Adds a create whose baseline is the session as it was last polled, and uses up the confirmation. */
function recordIntent(state: TrainingState, intendedAt: number): TrainingState {
  const { baseline, name, skewMs, creates } = state;
  if (!baseline) return state;
  const clipIds = clipsOf(state).map(({ clipId }) => clipId);
  const attempt: CreateAttempt = { name, clipIds, intendedAt, skewMs, outcome: 'intended', baseline };
  return { ...state, baseline: undefined, confirmation: undefined, creates: [...creates, attempt] };
}

/** Adds a create that the record, being an older copy, does not know of and that may be under way. */
function assumeCreate(state: TrainingState, snapshot: SessionSnapshot): TrainingState {
  const assumed = recordIntent({ ...state, baseline: snapshot }, state.createdAt);
  return withAttempt(assumed, { outcome: 'outcome-unknown', outcomeAt: snapshot.at, lastSnapshot: snapshot });
}

/** Takes the outcome of the last create from a snapshot of the session. */
function conclude(state: TrainingState, snapshot: SessionSnapshot, change: Partial<CreateAttempt>): TrainingState {
  return withAttempt(
    { ...state, confirmation: undefined },
    { ...change, knownFrom: 'session', lastSnapshot: snapshot, response: undefined, outcomeAt: snapshot.at },
  );
}

function succeed(state: TrainingState, snapshot: SessionSnapshot, task: unknown): TrainingState {
  const id = isModelId(snapshot.modelId) ? `${snapshot.modelId}` : `chirp-custom:${snapshot.modelId}`;
  return { ...conclude(state, snapshot, { outcome: 'succeeded' }), model: { id, at: snapshot.at, task } };
}

/**
 * The poll before a create. As a rule the snapshot becomes the baseline of that create. But a resumed record may be an older copy. If the session shows
 * a create that the record does not know of, no other create follows: that one is watched or, if it has failed, another takes a confirmation.
 */
function afterPollBeforeCreate(state: TrainingState, snapshot: SessionSnapshot, task: unknown): TrainingState {
  const attempt = state.creates.at(-1);
  const withBaseline = { ...state, baseline: snapshot };
  if (!attempt && state.resumedAt === undefined) return withBaseline;
  const assumed = assumeCreate(state, snapshot);
  const known = attempt ? state : assumed;
  switch (classifySession(attempt ?? { baseline: { at: 0, status: 'ready' } }, snapshot)) {
    case 'none':
      return withBaseline;
    case 'succeeded':
      return isModelId(snapshot.modelId) ? succeed(known, snapshot, task) : assumed;
    case 'failed':
      return state.confirmation ? withBaseline : conclude(known, snapshot, { outcome: 'failed' });
    case 'accepted':
      if (attempt) return conclude(state, snapshot, { outcome: 'accepted', sessionChanged: true });
      return isIdle(snapshot.status) ? withBaseline : assumed;
    case 'changed':
      return state.confirmation || isIdle(snapshot.status) ? withBaseline : assumed;
  }
}

function afterSessionPoll(state: TrainingState, snapshot: SessionSnapshot, task: unknown): TrainingState {
  const attempt = state.creates.at(-1);
  const unknown = attempt?.outcome === 'outcome-unknown';
  if (!attempt || (!unknown && attempt.outcome !== 'accepted')) return afterPollBeforeCreate(state, snapshot, task);
  const signal = classifySession(attempt, snapshot);
  if (signal === 'succeeded') return succeed(state, snapshot, task);
  if (signal === 'failed') return conclude(state, snapshot, { outcome: 'failed' });
  if (signal === 'accepted' && unknown) return conclude(state, snapshot, { outcome: 'accepted', sessionChanged: true });
  // Another create was confirmed, and a last poll shows nothing of this one.
  if (state.confirmation) return { ...state, baseline: snapshot };
  const sessionChanged = attempt.sessionChanged || signal !== 'none';
  const isNews =
    unknown || attempt.lastSnapshot?.status !== snapshot.status || sessionChanged !== (attempt.sessionChanged ?? false);
  if (!isNews) return state;
  // The response of a success in which no model id was found is kept for people to read.
  return withAttempt(state, {
    lastSnapshot: snapshot,
    sessionChanged,
    response: snapshot.status === 'success' ? task : undefined,
  });
}
