import { findClipId, isMountseaError, type Task, UnexpectedResponseError } from '@mountsea-suno/client';
import { isRefusal } from '../core/apply.ts';
import type { Action } from '../core/decide.ts';
import { isFailure, UNREADABLE } from '../core/session-evidence.ts';
import { retryDelayMs } from '../poll/index.ts';
import { plain } from '../text/plain.ts';
import { persist, TROUBLE_MS } from './persist.ts';
import { problemOf } from './problem-of.ts';
import { readLedger } from './read-ledger.ts';
import type { RunContext } from './run-context.ts';
import { sessionLook } from './session-look.ts';
import { tellTrouble } from './tell-trouble.ts';
import { type Of, watch } from './watch.ts';

/** A file that failed is sent again after so long, times the number of its attempts. */
const UPLOAD_PAUSE_MS = 2_000;
/** An answer with more characters than this is read and not kept: the record is saved with each step. */
const LONGEST_ANSWER = 100_000;

/** Does what was decided and takes in what came of it. */
export function perform(run: RunContext, action: Exclude<Action, { type: 'finish' | 'fail' }>): Promise<void> {
  switch (action.type) {
    case 'prepare':
      return prepare(run);
    case 'upload':
      return upload(run, action);
    case 'watch-upload':
      return watch(run, action, 'upload', (task) => seeUpload(run, action, task));
    case 'look':
      return look(run, action);
    case 'intend':
      return run.commit({ type: 'create-intended' });
    case 'create':
      return create(run, action);
    case 'watch-create':
      return watch(run, action, 'training', (task) => seeSession(run, task));
    case 'read-ledger':
      return judgeByLedger(run, action);
  }
}

async function prepare(run: RunContext): Promise<void> {
  const { sessionId } = await persist(run, () => run.client.customModel.prepare({ signal: run.signal }), true);
  await run.commit({ type: 'prepared', sessionId });
}

async function upload(run: RunContext, { index }: Of<'upload'>): Promise<void> {
  const { sessionId = '', uploads } = run.state();
  const { audioUrl = '', attempt = 0, status } = uploads[index] ?? {};
  if (status === 'retrying') await run.clock.sleep(UPLOAD_PAUSE_MS * attempt * (0.5 + run.random() / 2), run.signal);
  await run.commit({ type: 'upload-sending', index });
  try {
    const { taskId } = await persist(run, () => run.client.customModel.upload({ sessionId, audioUrl }, { signal: run.signal }));
    await run.commit({ type: 'upload-accepted', index, taskId });
  } catch (error) {
    const { code: failCode, message: failReason } = problemOf(error);
    if (!isRefusal(failCode)) throw error;
    await run.commit({ type: 'upload-seen', index, status: 'failed', failReason, failCode, final: true });
  }
}

async function seeUpload(run: RunContext, { index, startedAt }: Of<'watch-upload'>, task: Task): Promise<boolean> {
  const lost = task.status === 'not-found' && run.clock.now() - startedAt > TROUBLE_MS;
  const { status, failReason, failCode } = lost
    ? { status: 'failed', failReason: 'The server does not know the task.' }
    : { ...task };
  await run.commit({
    type: 'upload-seen',
    index,
    status,
    clipId: findClipId(task),
    failReason: failReason ? plain(failReason) : undefined,
    failCode,
  });
  return status === 'success' || isFailure(status);
}

async function look(run: RunContext, { taskId }: Of<'look'>): Promise<void> {
  const { creates, resumedAt, consent } = run.state();
  // Of a session that was prepared in this run, and to which no create ever left, none can be seen.
  const isOwn = resumedAt === undefined && creates.every(({ evidence }) => evidence === 'never-sent');
  // For one that may have been created on the owner can take the risk, but an old failure has to be known to be told from a new one.
  const isRisked = consent !== undefined && creates.every(({ outcome }) => outcome !== 'failed' && outcome !== 'refused');
  const isNeedless = isOwn || isRisked;
  const read = persist(run, () => lookAtSession(run, taskId), isNeedless);
  const task = await read.catch((error: unknown): Task => {
    if (!isNeedless || run.signal.aborted || !isMountseaError(error) || error.code === 'authentication_failed') throw error;
    return { taskId, status: UNREADABLE, raw: undefined };
  });
  await seeSession(run, task);
}

/** A look that is to decide whether to create. That a proxy has a page or a line to say "not found" with tells nothing of the session. */
async function lookAtSession(run: RunContext, taskId: string): Promise<Task> {
  const task = await run.poller.look(taskId, run.signal);
  // An error keeps the beginning of a long body only, so that JSON may be a text too.
  if (task.status !== 'not-found' || typeof task.raw !== 'string' || /^\s*[{[]/.test(task.raw)) return task;
  throw new UnexpectedResponseError('The session cannot be looked at: the answer is a page, not JSON.', { retryable: true });
}

async function seeSession(run: RunContext, task: Task): Promise<boolean> {
  const at = run.clock.now();
  await run.commit({
    type: 'session-seen',
    look: sessionLook(run.state(), task, at),
    task: JSON.stringify(task.raw ?? null).length > LONGEST_ANSWER ? undefined : task.raw,
    skewMs: task.serverTime && task.serverTime - at,
  });
  return run.state().model !== undefined;
}

/** The one call that costs money. It does not end with the run: an answer that is still to come is worth having. */
async function create(run: RunContext, { sessionId, name, clipIds }: Of<'create'>): Promise<void> {
  try {
    const { taskId } = await run.client.customModel.create({ sessionId, name, clipIds });
    await run.commit({ type: 'create-answered', outcome: 'accepted', taskId });
  } catch (error) {
    // What the store throws is no answer of the server.
    if (run.state().creates.at(-1)?.outcome !== 'intended') throw error;
    const outcome = outcomeOfFailedCreate(error);
    await run.commit({ type: 'create-answered', outcome, problem: problemOf(error) });
    if (outcome === 'refused') throw error;
    if (outcome === 'not-accepted') await waitToCreateAgain(run, error);
  }
}

/** What a failed create tells. When in doubt, nothing. */
function outcomeOfFailedCreate(error: unknown): 'refused' | 'not-accepted' | 'outcome-unknown' {
  if (!isMountseaError(error) || error.charged !== 'no') return 'outcome-unknown';
  return error.retryable ? 'not-accepted' : 'refused';
}

/** The create never reached the server, or was told to come later. That may be borne for so long as other trouble. */
async function waitToCreateAgain(run: RunContext, error: unknown): Promise<void> {
  const { creates } = run.state();
  const inARow = creates.slice(creates.findLastIndex(({ evidence }) => evidence !== 'never-sent') + 1);
  if (run.clock.now() - (inARow[0]?.intendedAt ?? 0) >= TROUBLE_MS) throw error;
  const retryInMs = retryDelayMs(error, inARow.length, run.random);
  tellTrouble(run, error, retryInMs);
  await run.clock.sleep(retryInMs, run.signal);
}

async function judgeByLedger(run: RunContext, { since }: Of<'read-ledger'>): Promise<void> {
  const at = run.clock.now();
  const read = persist(run, () => readLedger(run.client, since, at + (run.state().skewMs ?? 0), run.signal));
  const charges = await read.catch((error: unknown) => {
    if (!isMountseaError(error)) throw error;
    return undefined;
  });
  await run.commit({
    type: 'ledger-read',
    reading: { at, charges: charges ?? 0, finding: charges === undefined ? 'unavailable' : charges > 0 ? 'charged' : 'none' },
  });
}
