import { findClipId, isMountseaError, type Task } from '@mountsea-suno/client';
import { isRefusal } from '../core/apply.ts';
import { type Action, decide } from '../core/decide.ts';
import { isFailure } from '../core/session-evidence.ts';
import { persist, retryDelayMs, TROUBLE_MS } from './persist.ts';
import { problemOf } from './problem-of.ts';
import { readLedger } from './read-ledger.ts';
import type { RunContext } from './run-context.ts';
import { sessionLook } from './session-look.ts';

/** A session is looked at so often while it is not known what became of its create. */
const RECONCILE_INTERVAL_MS = 5_000;
/** A file that failed is sent again after so long, times the number of its attempts. */
const UPLOAD_PAUSE_MS = 2_000;

type Of<T extends Action['type']> = Extract<Action, { type: T }>;
type Doable = Exclude<Action, { type: 'finish' | 'fail' }>;

/** Does what was decided and takes in what came of it. */
export function perform(run: RunContext, action: Doable): Promise<void> {
  switch (action.type) {
    case 'prepare':
      return prepare(run);
    case 'upload':
      return upload(run, action);
    case 'watch-upload':
      return watchUpload(run, action);
    case 'look':
      return look(run, action);
    case 'intend':
      return run.record.commit({ type: 'create-intended', at: run.clock.now() });
    case 'create':
      return create(run, action);
    case 'watch-create':
      return watch(run, action, 'training', (task) => seeSession(run, task));
    case 'read-ledger':
      return judgeByLedger(run, action);
  }
}

async function prepare(run: RunContext): Promise<void> {
  await run.point('before-prepare');
  const { sessionId } = await persist(run, () => run.client.customModel.prepare({ signal: run.signal }));
  await run.point('after-prepare');
  await run.record.commit({ type: 'prepared', at: run.clock.now(), sessionId });
}

async function upload(run: RunContext, { index }: Of<'upload'>): Promise<void> {
  const { clock, record, signal } = run;
  const { audioUrl = '', attempt = 0, status } = record.state.uploads[index] ?? {};
  if (status === 'retrying') await clock.sleep(UPLOAD_PAUSE_MS * attempt * (0.5 + run.random() / 2), signal);
  await record.commit({ type: 'upload-sending', at: clock.now(), index });
  const body = { sessionId: record.state.sessionId ?? '', audioUrl };
  try {
    await run.point('before-upload');
    const { taskId } = await persist(run, () => run.client.customModel.upload(body, { signal }));
    await run.point('after-upload');
    await record.commit({ type: 'upload-accepted', at: clock.now(), index, taskId });
  } catch (error) {
    const { code, message } = problemOf(error);
    if (!isRefusal(code)) throw error;
    await record.commit({
      type: 'upload-seen',
      at: clock.now(),
      index,
      status: 'failed',
      failReason: message,
      failCode: code,
      final: true,
    });
  }
}

function watchUpload(run: RunContext, action: Of<'watch-upload'>): Promise<void> {
  const { index } = action;
  return watch(run, action, 'upload', async (task) => {
    const at = run.clock.now();
    const lost = task.status === 'not-found' && at - action.startedAt > TROUBLE_MS;
    const { status, failReason, failCode } = lost
      ? { status: 'failed', failReason: 'The server does not know the task.' }
      : { ...task };
    await run.record.commit({ type: 'upload-seen', at, index, status, clipId: findClipId(task), failReason, failCode });
    return status === 'success' || isFailure(status);
  });
}

async function look(run: RunContext, { taskId }: Of<'look'>): Promise<void> {
  await run.point('before-look');
  const task = await persist(run, () => run.poller.look(taskId, run.signal));
  await run.point('after-look');
  await seeSession(run, task);
}

async function seeSession(run: RunContext, task: Task): Promise<boolean> {
  const at = run.clock.now();
  await run.record.commit({
    type: 'session-seen',
    at,
    look: sessionLook(run.record.state, task, at),
    task: task.raw,
    skewMs: task.serverTime && task.serverTime - at,
  });
  return run.record.state.model !== undefined;
}

/** The one call that costs money. It does not end with the run: an answer that is still to come is worth having. */
async function create(run: RunContext, { sessionId, name, clipIds }: Of<'create'>): Promise<void> {
  const { clock, record } = run;
  await run.point('before-create');
  let taskId: string;
  try {
    ({ taskId } = await run.client.customModel.create({ sessionId, name, clipIds }));
  } catch (error) {
    await run.point('after-create');
    const outcome = outcomeOfFailedCreate(error);
    await record.commit({ type: 'create-answered', at: clock.now(), outcome, problem: problemOf(error) });
    if (outcome === 'refused') throw error;
    if (outcome === 'not-accepted') await waitToCreateAgain(run, error);
    return;
  }
  await run.point('after-create');
  await record.commit({ type: 'create-answered', at: clock.now(), outcome: 'accepted', taskId });
}

/** What a failed create tells. When in doubt, nothing. */
function outcomeOfFailedCreate(error: unknown): 'refused' | 'not-accepted' | 'outcome-unknown' {
  if (!isMountseaError(error) || error.charged !== 'no') return 'outcome-unknown';
  return error.retryable ? 'not-accepted' : 'refused';
}

/** The create never reached the server, or was told to come later. That may be borne for so long as other trouble. */
async function waitToCreateAgain(run: RunContext, error: unknown): Promise<void> {
  const { creates } = run.record.state;
  const others = creates.findLastIndex(({ evidence }) => evidence !== 'never-sent');
  const inARow = creates.slice(others + 1);
  if (run.clock.now() - (inARow[0]?.intendedAt ?? 0) >= TROUBLE_MS) throw error;
  const retryInMs = retryDelayMs(error, inARow.length, run.random);
  run.emit({ type: 'trouble', ...problemOf(error), retryInMs });
  await run.clock.sleep(retryInMs, run.signal);
}

async function judgeByLedger(run: RunContext, { since }: Of<'read-ledger'>): Promise<void> {
  const { clock, record } = run;
  await run.point('before-ledger');
  const at = clock.now();
  const times = { at, serverNow: at + (record.state.skewMs ?? 0) };
  const reading = await persist(run, () => readLedger(run.client, since, times, run.signal)).catch((error: unknown) => {
    if (!isMountseaError(error)) throw error;
    return { at, finding: 'unavailable' as const, charges: 0 };
  });
  await run.point('after-ledger');
  await record.commit({ type: 'ledger-read', at: clock.now(), reading });
}

/** Looks at a task for as long as that is what is decided. `see` takes in a look and says whether the task has ended well or badly. */
async function watch(
  run: RunContext,
  action: Of<'watch-upload' | 'watch-create'>,
  kind: 'upload' | 'training',
  see: (task: Task) => Promise<boolean>,
): Promise<void> {
  const { clock, signal, record, settleMs } = run;
  const until = 'until' in action ? action.until : undefined;
  const deadlineAt = Math.min(run.deadlineAt, until ?? Number.POSITIVE_INFINITY);
  const pollIntervalMs = run.pollIntervalMs ?? (until === undefined ? undefined : RECONCILE_INTERVAL_MS);
  const { taskId: key, startedAt } = action;
  const end = await run.poller.watch({
    key,
    kind,
    startedAt,
    deadlineAt,
    signal,
    ...(pollIntervalMs !== undefined && { pollIntervalMs }),
    onLook: async (task) => {
      await run.point('after-look');
      if (await see(task)) return 'done';
      run.onLook();
      const still = decide(record.state, clock.now(), settleMs).some((next) => isSame(next, action));
      return still ? 'wait' : 'stop';
    },
    onTrouble: ({ error, retryInMs }) => {
      if (!isMountseaError(error) || !error.retryable) throw error;
      run.emit({ type: 'trouble', ...problemOf(error), retryInMs });
    },
  });
  // The last look falls before the time; what is left of it is waited out.
  if (end === 'deadline') await clock.sleep(deadlineAt - clock.now(), signal);
}

function isSame(next: Action, action: Action): boolean {
  return JSON.stringify(next) === JSON.stringify(action);
}
