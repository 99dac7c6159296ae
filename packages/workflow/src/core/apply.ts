import type { CreateAttempt, SessionLook, TrainingState, UploadState } from '../state/training-state.ts';
import { clipsOf } from './decide.ts';
import type { Outcome, SeenUpload } from './outcome.ts';
import { isActive, isFailure, judgeSession } from './session-evidence.ts';

/** How often a file is sent in one run, at most. */
const UPLOAD_ATTEMPTS = 3;
/** A `Date` header counts whole seconds, and the answer took its time: smaller changes say nothing. */
const SKEW_STEP_MS = 2_000;

const REFUSALS = ['not_found', 'conflict', 'validation_failed'];

/** What is true after an outcome. Gives the same object when nothing has changed. */
export function apply(state: TrainingState, outcome: Outcome): TrainingState {
  const next = transition(state, outcome);
  return next === state ? state : { ...next, updatedAt: outcome.at };
}

function transition(state: TrainingState, outcome: Outcome): TrainingState {
  const { at } = outcome;
  switch (outcome.type) {
    case 'resumed':
      return resume(state, outcome);
    case 'prepared':
      return { ...state, sessionId: outcome.sessionId };
    case 'upload-sending':
      return withUpload(state, outcome.index, (upload) => ({
        audioUrl: upload.audioUrl,
        status: 'sent',
        attempt: upload.attempt + 1,
        sentAt: at,
      }));
    case 'upload-accepted':
      return withUpload(state, outcome.index, (upload) => ({ ...upload, status: 'running', taskId: outcome.taskId }));
    case 'upload-refused':
      return withUpload(state, outcome.index, (upload) =>
        failUpload(upload, { failReason: outcome.problem.message, failCode: outcome.problem.code }, !outcome.again),
      );
    case 'upload-seen':
      return withUpload(state, outcome.index, (upload) => seeUpload(state, upload, outcome.seen));
    case 'session-seen':
      return seeSession(withSkew(state, outcome.skewMs), outcome.look, outcome.task);
    case 'create-intended':
      return intend(state, at);
    case 'create-accepted':
      return withAttempt(state, { outcome: 'accepted', evidence: 'answer', taskId: outcome.taskId });
    case 'create-refused':
      return withAttempt(state, { outcome: 'refused', evidence: 'answer', problem: outcome.problem, settledAt: at });
    case 'create-not-accepted':
      return withAttempt(state, { outcome: 'not-accepted', evidence: 'never-sent', problem: outcome.problem, settledAt: at });
    case 'create-lost':
      return withAttempt(state, { outcome: 'outcome-unknown', problem: outcome.problem, lostAt: at });
    case 'ledger-read': {
      const attempt = state.creates.at(-1);
      const proven = outcome.reading.finding === 'none' && attempt?.moved !== true;
      // What the API answered with a clear no will be answered so again.
      const said = REFUSALS.includes(attempt?.problem?.code ?? '') ? 'refused' : 'not-accepted';
      return withAttempt(state, {
        ledger: outcome.reading,
        ...(proven && { outcome: said, evidence: 'ledger', settledAt: at }),
      });
    }
  }
}

/** Another process takes over, or the owner decides. What was under way when the record was saved may or may not have happened. */
function resume(
  state: TrainingState,
  { at, name, resendCreate, minClips }: Extract<Outcome, { type: 'resumed' }>,
): TrainingState {
  const { before: _, consent: __, ...rest } = state;
  const creates = state.creates.map((attempt, index): CreateAttempt => {
    if (index < state.creates.length - 1) return attempt;
    const { ledger: ___, ...fresh } = attempt;
    if (attempt.outcome === 'intended') return { ...fresh, outcome: 'outcome-unknown', lostAt: attempt.intendedAt };
    // A refusal for another reason than the parameters is proof enough that a create may follow.
    const mayFollow = attempt.outcome === 'refused' && !REFUSALS.includes(attempt.problem?.code ?? '');
    return { ...fresh, ...(mayFollow && { outcome: 'not-accepted' }) };
  });
  const enough = minClips !== undefined && clipsOf(state).length >= minClips;
  const uploads = state.uploads.map(({ audioUrl, ...upload }): UploadState => {
    if (upload.status === 'done' || (upload.status === 'failed' && enough)) return { audioUrl, ...upload };
    if (upload.status === 'running' && upload.taskId !== undefined) return { audioUrl, ...upload, attempt: 1 };
    return { audioUrl, status: 'waiting', attempt: 0 };
  });
  const last = creates.at(-1);
  const again = last && (last.outcome === 'outcome-unknown' ? resendCreate : name !== undefined && isOver(last));
  return {
    ...rest,
    creates,
    uploads: creates.length > 0 ? state.uploads : uploads,
    name: name ?? state.name,
    minClips: minClips ?? state.minClips,
    ...(again && { consent: { at } }),
  };
}

/** Whether the API has said that the attempt came to nothing. */
export function isOver({ outcome }: CreateAttempt): boolean {
  return outcome === 'failed' || outcome === 'refused' || outcome === 'not-accepted';
}

function withUpload(state: TrainingState, index: number, change: (upload: UploadState) => UploadState): TrainingState {
  const upload = state.uploads[index];
  const next = upload && change(upload);
  return !next || next === upload ? state : { ...state, uploads: state.uploads.with(index, next) };
}

function seeUpload(state: TrainingState, upload: UploadState, seen: SeenUpload): UploadState {
  const { status, clipId, failReason, failCode } = seen;
  if (isFailure(status)) {
    const gone = String(failCode) === '4001' || /source not found/i.test(failReason ?? '');
    return failUpload(upload, { failReason: failReason ?? status, failCode }, gone);
  }
  if (status !== 'success') return upload.taskStatus === status ? upload : { ...upload, taskStatus: status };
  if (clipId === undefined) return failUpload(upload, { failReason: 'The task succeeded without a clip id.' }, false);
  // Two files of one clip would be counted as two by us and as one by the server.
  if (state.uploads.some((other) => other.clipId === clipId))
    return failUpload(upload, { failReason: 'The task gave the clip of another file.' }, false);
  return { ...upload, status: 'done', taskStatus: status, clipId };
}

function failUpload(upload: UploadState, seen: Omit<SeenUpload, 'status'>, final: boolean): UploadState {
  const { audioUrl, attempt, sentAt } = upload;
  return {
    audioUrl,
    status: final || attempt >= UPLOAD_ATTEMPTS ? 'failed' : 'retrying',
    attempt,
    ...(sentAt !== undefined && { sentAt }),
    ...(seen.failReason !== undefined && { failReason: seen.failReason }),
    ...(seen.failCode !== undefined && { failCode: seen.failCode }),
  };
}

function withSkew(state: TrainingState, skewMs: number | undefined): TrainingState {
  if (skewMs === undefined || (state.skewMs !== undefined && Math.abs(skewMs - state.skewMs) < SKEW_STEP_MS)) return state;
  return { ...state, skewMs };
}

function withAttempt(state: TrainingState, change: Partial<CreateAttempt>): TrainingState {
  const attempt = state.creates.at(-1);
  return attempt ? { ...state, creates: state.creates.with(-1, { ...attempt, ...change }) } : state;
}

/** The session as it reads now becomes what the next create is compared with. The consent is used up. */
function intend(state: TrainingState, at: number): TrainingState {
  const { before, consent: _, ...rest } = state;
  if (!before) return state;
  const attempt: CreateAttempt = {
    name: state.name,
    clipIds: clipsOf(state).map(({ clipId }) => clipId),
    intendedAt: at,
    ...(state.skewMs !== undefined && { skewMs: state.skewMs }),
    outcome: 'intended',
    before,
  };
  return { ...rest, creates: [...state.creates, attempt] };
}

function seeSession(state: TrainingState, look: SessionLook, task: unknown): TrainingState {
  const attempt = state.creates.at(-1);
  const waiting = attempt && (attempt.outcome === 'accepted' || attempt.outcome === 'outcome-unknown');
  if (!attempt || !waiting) return lookBefore(state, attempt, look, task);
  const evidence = judgeSession(attempt, look);
  if (evidence === 'succeeded') return succeed(state, look, task);
  if (evidence === 'failed') return withAttempt(state, { outcome: 'failed', evidence: 'status', seen: look, settledAt: look.at });
  const moved = attempt.moved || evidence !== 'silent';
  if (evidence === 'accepted' && attempt.outcome === 'outcome-unknown') {
    const { consent: _, ...rest } = state;
    return withAttempt(rest, { outcome: 'accepted', evidence: 'status', moved, seen: look });
  }
  // The owner consented to another create, and a last look shows nothing of this one.
  if (state.consent) return { ...state, before: look };
  const news =
    attempt.seen?.status !== look.status || moved !== (attempt.moved ?? false) || attempt.outcome === 'outcome-unknown';
  return news ? withAttempt(state, { seen: look, ...(moved && { moved }) }) : state;
}

/** The look before a create. A session that is training or trained already is not created on again. */
function lookBefore(state: TrainingState, attempt: CreateAttempt | undefined, look: SessionLook, task: unknown): TrainingState {
  if (look.modelId?.startsWith('chirp-custom:') && look.status === 'success') return succeed(state, look, task);
  const { consent: _, ...rest } = state;
  if (attempt && isActive(look.status) && attempt.before.status !== look.status)
    return withAttempt(rest, { outcome: 'accepted', evidence: 'status', moved: true, seen: look });
  return { ...state, before: look };
}

function succeed(state: TrainingState, look: SessionLook, task: unknown): TrainingState {
  const { consent: _, ...rest } = state;
  const done = withAttempt(rest, { outcome: 'succeeded', evidence: 'status', seen: look, settledAt: look.at });
  return { ...done, model: { id: look.modelId ?? '', at: look.at, task } };
}
