import { findClipId, isMountseaError, type Task, UnexpectedResponseError } from '@mountsea-suno/client';
import { isRefusal } from '../core/apply.ts';
import { type Action, decide } from '../core/decide.ts';
import { isFailure, sessionSnapshot, UNREADABLE } from '../core/session-signal.ts';
import { problemOf, untrustedText } from '../errors/problem.ts';
import { LONGEST_OUTAGE_MS, retryCall, retryDelayMs } from '../poll/retry.ts';
import { readLedger } from './read-ledger.ts';
import type { RunContext } from './run-context.ts';

/** A file that failed is sent again after this time, multiplied by the number of its attempts. */
const UPLOAD_PAUSE_MS = 2_000;
/** The interval at which a session is polled while it is not known whether a create was accepted. */
const RECONCILE_INTERVAL_MS = 5_000;
/** A longer response is read but not kept, because the record is saved at each step. */
const LONGEST_RESPONSE = 100_000;

/** One kind of action. */
type Of<T extends Action['type']> = Extract<Action, { type: T }>;

/** Performs an action and commits its outcome. */
export function perform(run: RunContext, action: Exclude<Action, { type: 'finish' | 'fail' }>): Promise<void> {
  switch (action.type) {
    case 'prepare':
      return prepare(run);
    case 'upload':
      return upload(run, action);
    case 'watch-upload':
      return watch(run, action, 'upload', (task) => commitUploadPoll(run, action, task));
    case 'read-session':
      return readSession(run, action);
    case 'record-intent':
      return run.commit({ type: 'intent-recorded' });
    case 'create':
      return create(run, action);
    case 'watch-create':
      return watch(run, action, 'training', (task) => commitSessionPoll(run, task));
    case 'read-ledger':
      return commitLedger(run, action);
  }
}

async function prepare(run: RunContext): Promise<void> {
  const { sessionId } = await retryCall(run, () => run.client.customModel.prepare({ signal: run.signal }), true);
  await run.commit({ type: 'prepared', sessionId });
}

async function upload(run: RunContext, { index }: Of<'upload'>): Promise<void> {
  const { sessionId = '', uploads } = run.state();
  const { audioUrl = '', attempt = 0, status } = uploads[index] ?? {};
  if (status === 'retrying') await run.clock.sleep(UPLOAD_PAUSE_MS * attempt * (0.5 + run.random() / 2), run.signal);
  await run.commit({ type: 'upload-sending', index });
  try {
    const { taskId } = await retryCall(run, () => run.client.customModel.upload({ sessionId, audioUrl }, { signal: run.signal }));
    await run.commit({ type: 'upload-accepted', index, taskId });
  } catch (error) {
    const { code: failCode, message: failReason } = problemOf(error);
    if (!isRefusal(failCode)) throw error;
    await run.commit({ type: 'upload-polled', index, status: 'failed', failReason, failCode, final: true });
  }
}

/** Polls a task for as long as `decide` asks for just this action. `commitPoll` commits one poll and says whether the task has ended. */
async function watch(
  run: RunContext,
  action: Of<'watch-upload' | 'watch-create'>,
  kind: 'upload' | 'training',
  commitPoll: (task: Task) => Promise<boolean>,
): Promise<void> {
  const { clock, signal, settleMs } = run;
  const until = 'until' in action ? action.until : undefined;
  const deadlineAt = Math.min(run.deadlineAt, until ?? Number.POSITIVE_INFINITY);
  const wanted = JSON.stringify(action);
  const end = await run.poller.watch({
    key: action.taskId,
    kind,
    startedAt: action.startedAt,
    deadlineAt,
    signal,
    pollIntervalMs: run.pollIntervalMs ?? (until && RECONCILE_INTERVAL_MS),
    onPoll: async (task) => {
      if (await commitPoll(task)) return 'done';
      run.onPoll();
      return decide(run.state(), clock.now(), settleMs).some((next) => JSON.stringify(next) === wanted) ? 'wait' : 'stop';
    },
    onRetry: run.onRetry,
  });
  // The last poll is made before the time is over; the rest of it is waited out.
  if (end === 'deadline') await clock.sleep(deadlineAt - clock.now(), signal);
  // If the server has several clocks, `until` moves with every poll, and each new watch begins with a poll.
  else if (end === 'stop' && until) await clock.sleep(RECONCILE_INTERVAL_MS, signal);
}

async function commitUploadPoll(run: RunContext, { index, startedAt }: Of<'watch-upload'>, task: Task): Promise<boolean> {
  const lost = task.status === 'not-found' && run.clock.now() - startedAt > LONGEST_OUTAGE_MS;
  const { status, failReason, failCode } = lost
    ? { status: 'failed', failReason: 'The server does not know the task.' }
    : { ...task };
  await run.commit({
    type: 'upload-polled',
    index,
    status,
    clipId: findClipId(task),
    failReason: failReason ? untrustedText(failReason) : undefined,
    failCode,
  });
  return status === 'success' || isFailure(status);
}

async function readSession(run: RunContext, { taskId }: Of<'read-session'>): Promise<void> {
  const { creates, resumedAt, confirmation } = run.state();
  // If the session was prepared in this run, and no create has left since, it cannot show one.
  const isUntouched = resumedAt === undefined && creates.every(({ knownFrom }) => knownFrom === 'never-sent');
  // A caller can confirm the risk of a create that may have been accepted. But after a failure, that failure has to be known to tell it from a new one.
  const isRiskConfirmed =
    confirmation !== undefined && creates.every(({ outcome }) => outcome !== 'failed' && outcome !== 'refused');
  const isOptional = isUntouched || isRiskConfirmed;
  const read = retryCall(run, () => pollBeforeCreate(run, taskId), isOptional);
  const task = await read.catch((error: unknown): Task => {
    if (!isOptional || run.signal.aborted || !isMountseaError(error) || error.code === 'authentication_failed') throw error;
    return { taskId, status: UNREADABLE, raw: undefined };
  });
  await commitSessionPoll(run, task);
}

/** Polls the session when it is to be decided whether to create. A page of a proxy that says "not found" tells nothing about the session. */
async function pollBeforeCreate(run: RunContext, taskId: string): Promise<Task> {
  const task = await run.poller.pollOnce(taskId, run.signal);
  // The error of a long response keeps only its beginning, as text, even if it was JSON.
  if (task.status !== 'not-found' || typeof task.raw !== 'string' || /^\s*[{[]/.test(task.raw)) return task;
  throw new UnexpectedResponseError('The status of the session cannot be read: the response is a page, not JSON.', {
    retryable: true,
  });
}

async function commitSessionPoll(run: RunContext, task: Task): Promise<boolean> {
  const at = run.clock.now();
  await run.commit({
    type: 'session-polled',
    snapshot: sessionSnapshot(run.state(), task, at),
    task: JSON.stringify(task.raw ?? null).length > LONGEST_RESPONSE ? undefined : task.raw,
    skewMs: task.serverTime && task.serverTime - at,
  });
  return run.state().model !== undefined;
}

/** Makes the one call that costs money. The end of the run does not abort it, since its response is needed. */
async function create(run: RunContext, { sessionId, name, clipIds }: Of<'create'>): Promise<void> {
  try {
    const { taskId } = await run.client.customModel.create({ sessionId, name, clipIds });
    await run.commit({ type: 'create-call-ended', outcome: 'accepted', taskId });
  } catch (error) {
    // An error of the store says nothing about the create.
    if (run.state().creates.at(-1)?.outcome !== 'intended') throw error;
    const outcome = outcomeOfFailedCreate(error);
    await run.commit({ type: 'create-call-ended', outcome, problem: problemOf(error) });
    if (outcome === 'refused') throw error;
    if (outcome === 'not-accepted') await waitToCreateAgain(run, error);
  }
}

/** What the error of a create proves. In case of doubt, nothing. */
function outcomeOfFailedCreate(error: unknown): 'refused' | 'not-accepted' | 'outcome-unknown' {
  if (!isMountseaError(error) || error.charged !== 'no') return 'outcome-unknown';
  return error.retryable ? 'not-accepted' : 'refused';
}

/** Waits after a create that never reached the server, or that the server asked to send later. This may go on for as long as any outage. */
async function waitToCreateAgain(run: RunContext, error: unknown): Promise<void> {
  const { creates } = run.state();
  const inARow = creates.slice(creates.findLastIndex(({ knownFrom }) => knownFrom !== 'never-sent') + 1);
  if (run.clock.now() - (inARow[0]?.intendedAt ?? 0) >= LONGEST_OUTAGE_MS) throw error;
  const retryInMs = retryDelayMs(error, inARow.length, run.random);
  run.onRetry({ error, retryInMs });
  await run.clock.sleep(retryInMs, run.signal);
}

async function commitLedger(run: RunContext, { since }: Of<'read-ledger'>): Promise<void> {
  const at = run.clock.now();
  const read = retryCall(run, () => readLedger(run.client, since, at + (run.state().skewMs ?? 0), run.signal));
  const charges = await read.catch((error: unknown) => {
    if (!isMountseaError(error)) throw error;
    return undefined;
  });
  await run.commit({
    type: 'ledger-read',
    reading: { at, charges: charges ?? 0, finding: charges === undefined ? 'unavailable' : charges > 0 ? 'charged' : 'none' },
  });
}
