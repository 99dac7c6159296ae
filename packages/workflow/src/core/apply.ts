import type { CreateAttempt, SessionLook, TrainingState, UploadState } from '../state/training-state.ts';
import { clipsOf } from './decide.ts';
import type { Outcome } from './outcome.ts';
import { isFailure, isIdle, isModelId, judgeSession } from './session-evidence.ts';

/** How often a file is sent in one run, at most. */
const UPLOAD_ATTEMPTS = 3;
/** A `Date` header counts whole seconds, and the answer took its time: smaller changes say nothing. */
const SKEW_STEP_MS = 2_000;

/**
 * What is true after an outcome. Gives the same object when nothing has changed.
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
      // Nobody else knows this session: what it shows is of no create but our own.
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
    case 'upload-seen':
      return withUpload(state, outcome.index, (upload) => seeUpload(state, upload, outcome));
    case 'session-seen':
      return seeSession(withSkew(state, outcome.skewMs), outcome.look, outcome.task);
    case 'create-intended':
      return intend(state, at);
    case 'create-answered': {
      const { outcome: known, taskId, problem } = outcome;
      const evidence = known === 'not-accepted' ? 'never-sent' : known === 'outcome-unknown' ? undefined : 'answer';
      return withAttempt(state, { outcome: known, evidence, taskId, problem, since: at });
    }
    case 'ledger-read': {
      const { reading: ledger } = outcome;
      const { moved, problem } = state.creates.at(-1) ?? {};
      if (ledger.finding !== 'none' || moved) return withAttempt(state, { ledger });
      // What the API answered with a clear no will be answered so again.
      return withAttempt(state, {
        ledger,
        outcome: isRefusal(problem?.code) ? 'refused' : 'not-accepted',
        evidence: 'ledger',
        since: at,
      });
    }
  }
}

/** Errors that tell that the request itself is wrong: sent again as it is, it would be refused again. */
export const isRefusal = (code: string | undefined): boolean => /^(validation_failed|not_found|conflict)$/.test(code ?? '');

function withUpload(state: TrainingState, index: number, change: (upload: UploadState) => UploadState): TrainingState {
  const upload = state.uploads[index];
  const next = upload && change(upload);
  return !next || next === upload ? state : { ...state, uploads: state.uploads.with(index, next) };
}

function seeUpload(state: TrainingState, upload: UploadState, seen: Extract<Outcome, { type: 'upload-seen' }>): UploadState {
  const { status, clipId, failReason = status, failCode } = seen;
  const { audioUrl, attempt, sentAt } = upload;
  const fail = (reason: string, final?: boolean): UploadState => ({
    audioUrl,
    status: final || attempt >= UPLOAD_ATTEMPTS ? 'failed' : 'retrying',
    attempt,
    sentAt,
    failReason: reason,
    failCode,
  });
  if (isFailure(status)) return fail(failReason, seen.final || Number(failCode) === 4001 || /source not found/i.test(failReason));
  if (status !== 'success') return upload.taskStatus === status ? upload : { ...upload, taskStatus: status };
  if (!clipId) return fail('The task succeeded without a clip id.');
  // Two files of one clip would be counted as two by us and as one by the server.
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

/** The session as it reads now becomes what the next create is compared with. The consent is used up. */
function intend(state: TrainingState, intendedAt: number): TrainingState {
  const { before, name, skewMs, creates } = state;
  if (!before) return state;
  const clipIds = clipsOf(state).map(({ clipId }) => clipId);
  const attempt: CreateAttempt = { name, clipIds, intendedAt, skewMs, outcome: 'intended', before };
  return { ...state, before: undefined, consent: undefined, creates: [...creates, attempt] };
}

/** Adds a create of which the record does not know, because it is an older copy: it may be under way. */
function supposeCreate(state: TrainingState, seen: SessionLook): TrainingState {
  const supposed = intend({ ...state, before: seen }, state.createdAt);
  return withAttempt(supposed, { outcome: 'outcome-unknown', since: seen.at, seen });
}

/** The status of the session tells what became of the last create. */
function conclude(state: TrainingState, seen: SessionLook, change: Partial<CreateAttempt>): TrainingState {
  return withAttempt(
    { ...state, consent: undefined },
    { ...change, evidence: 'status', seen, answer: undefined, since: seen.at },
  );
}

function succeed(state: TrainingState, seen: SessionLook, task: unknown): TrainingState {
  const id = isModelId(seen.modelId) ? `${seen.modelId}` : `chirp-custom:${seen.modelId}`;
  return { ...conclude(state, seen, { outcome: 'succeeded' }), model: { id, at: seen.at, task } };
}

/**
 * The look before a create: what it shows is what that create is compared with. But the record that was taken up may be an older copy, and a session
 * that shows a create of which the record does not know is not created on again: it is watched, or it has failed, which takes the owner's word.
 */
function seeBeforeCreate(state: TrainingState, seen: SessionLook, task: unknown): TrainingState {
  const attempt = state.creates.at(-1);
  const compare = { ...state, before: seen };
  if (!attempt && state.resumedAt === undefined) return compare;
  const supposed = supposeCreate(state, seen);
  const known = attempt ? state : supposed;
  switch (judgeSession(attempt ?? { before: { at: 0, status: 'ready' } }, seen)) {
    case 'silent':
      return compare;
    case 'succeeded':
      return isModelId(seen.modelId) ? succeed(known, seen, task) : supposed;
    case 'failed':
      return state.consent ? compare : conclude(known, seen, { outcome: 'failed' });
    case 'accepted':
      if (attempt) return conclude(state, seen, { outcome: 'accepted', moved: true });
      return isIdle(seen.status) ? compare : supposed;
    case 'moved':
      return state.consent || isIdle(seen.status) ? compare : supposed;
  }
}

function seeSession(state: TrainingState, seen: SessionLook, task: unknown): TrainingState {
  const attempt = state.creates.at(-1);
  const unknown = attempt?.outcome === 'outcome-unknown';
  if (!attempt || (!unknown && attempt.outcome !== 'accepted')) return seeBeforeCreate(state, seen, task);
  const evidence = judgeSession(attempt, seen);
  if (evidence === 'succeeded') return succeed(state, seen, task);
  if (evidence === 'failed') return conclude(state, seen, { outcome: 'failed' });
  if (evidence === 'accepted' && unknown) return conclude(state, seen, { outcome: 'accepted', moved: true });
  // The owner consented to another create, and a last look shows nothing of this one.
  if (state.consent) return { ...state, before: seen };
  const moved = attempt.moved || evidence !== 'silent';
  const isNews = unknown || attempt.seen?.status !== seen.status || moved !== (attempt.moved ?? false);
  // A success in which no model was found is for people to read.
  return isNews ? withAttempt(state, { seen, moved, answer: seen.status === 'success' ? task : undefined }) : state;
}
