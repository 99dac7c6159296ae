import type { SandboxSwitches } from '../switches.ts';
import { clipIdsOf, type Session } from '../world/session.ts';
import { type Clip, hasEnded, type Result, type Task, type TaskView, viewTask } from '../world/task.ts';
import { serverTime, toClockMs, type World } from '../world/world.ts';
import { type Handler, Refusal, type ResponseBody } from './handler.ts';

/** `GET /suno/v2/status` */
export const getTaskStatus: Handler = ({ world, query, now }) => {
  const taskId = query.taskId ?? '';
  const session = world.sessions.get(taskId);
  const task = session === undefined ? world.tasks.get(taskId) : shownTask(world, session, now);
  const { taskStatuses, extraStatus, unknownTask } = world.switches;
  if (task !== undefined) return toBody(world, taskId, show(world, task, viewTask(task, now, taskStatuses, extraStatus)));
  if (session !== undefined) return toBody(world, taskId, showSession(world, session, now));
  if (unknownTask === 'ready') return toBody(world, taskId, { status: 'ready', createdAt: now });
  throw new Refusal(unknownTask === 'not-found' ? 404 : 400, 'Task not found');
};

/** Which of a session's creates its id shows: the last one, or for a while still the failed one before it. */
function shownTask(world: World, session: Session, now: number): Task | undefined {
  const last = session.attempts.at(-1)?.task;
  const before = session.attempts.at(-2)?.task;
  if (last === undefined || before === undefined) return last;
  const isStale = now < last.startedAt + toClockMs(world, world.switches.staleFailedMs);
  return isStale && before.outcome?.status !== 'success' && hasEnded(before, last.startedAt) ? before : last;
}

interface Shown {
  readonly status: string;
  readonly createdAt: number;
  readonly finishedAt?: number | undefined;
  readonly failReason?: string;
  readonly failCode?: number | string | undefined;
  readonly result?: unknown;
}

function show(world: World, task: Task, view: TaskView): Shown {
  const { status, createdAt, finishedAt, outcome } = view;
  if (outcome?.status === 'success')
    return { status, createdAt, finishedAt, result: renderResult(outcome.result, world.switches, world.baseUrl) };
  if (outcome !== undefined) return { status, createdAt, finishedAt, failReason: outcome.failReason, failCode: outcome.failCode };
  if (status === 'stream' && task.outcome?.status === 'success' && task.outcome.result.kind === 'clips')
    return { status, createdAt, result: task.outcome.result.clips.map((clip) => renderClip(clip, world.baseUrl, 'streaming')) };
  if (status === 'awaiting') return { status, createdAt, result: task.awaiting?.value };
  return { status, createdAt };
}

function showSession(world: World, session: Session, now: number): Shown {
  const { createdAt } = session;
  if (session.kind === 'upload') {
    return { status: 'success', createdAt, finishedAt: createdAt, result: { audioIds: clipIdsOf(session, now) } };
  }
  switch (world.switches.sessionStatusBeforeCreate) {
    case 'success':
      return { status: 'success', createdAt, finishedAt: createdAt, result: { clipIds: clipIdsOf(session, now) } };
    case 'ready':
      return { status: 'ready', createdAt };
    case 'not-found':
      throw new Refusal(404, 'Task not found');
  }
}

/** Puts the body together, as the switches ask and, beside it, as the contract has it. */
function toBody(world: World, taskId: string, shown: Shown): ResponseBody {
  const { resultKey, resultShape } = world.switches;
  const { status, result, failReason, failCode } = shown;
  const iso = (at: number): string => new Date(serverTime(world, at)).toISOString();
  const common = {
    taskId,
    status,
    createdAt: iso(shown.createdAt),
    ...(shown.finishedAt === undefined ? {} : { finishAt: iso(shown.finishedAt) }),
    ...(failReason === undefined ? {} : { failReason }),
    ...(failCode === undefined ? {} : { failCode }),
  };
  const isWrapped = resultShape === 'array' && result !== undefined && !Array.isArray(result);
  const value = isWrapped ? [result] : result;
  const body = value === undefined ? common : { ...common, [resultKey]: value };
  const isOffContract = Array.isArray(value) || !knownStatuses.has(status) || typeof failCode === 'string';
  if (!isOffContract) return { body };
  const { failCode: _, ...rest } = common;
  return { body, checkAs: { ...rest, status: knownStatuses.has(status) ? status : 'running' } };
}

const knownStatuses = new Set(['queued', 'ready', 'running', 'stream', 'awaiting', 'success', 'failed', 'timeout']);

/** `https://host/my%20song.mp3?sig=1` → `my song`. */
function titleOf(audioUrl: string): string {
  const file = new URL(audioUrl).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(file).replace(/\.\w+$/, '');
  } catch {
    return file;
  }
}

/** A clip as `generate` shows it. */
function renderClip(clip: Clip, baseUrl: string, status: 'complete' | 'streaming'): Record<string, unknown> {
  return {
    id: clip.id,
    title: clip.title,
    status,
    audio_url: clip.audioUrl === '' ? `${baseUrl}/audio/${clip.id}.wav` : clip.audioUrl,
    image_url: `${baseUrl}/images/${clip.id}.svg`,
    metadata: { tags: clip.tags, duration: clip.seconds },
  };
}

function renderModel(result: Result & { kind: 'model' }, key: SandboxSwitches['modelIdKey']): Record<string, unknown> {
  const { modelUuid, name } = result;
  const id = `chirp-custom:${modelUuid}`;
  if (key === 'nested') return { name, status: 'complete', custom_model: { id, base_model: 'chirp-v55' } };
  if (key === 'bare-uuid') return { id: modelUuid, external_key: modelUuid, name, status: 'complete' };
  return { [key]: id, name, status: 'complete' };
}

/** A finished task's result, under the switches of the moment. */
function renderResult(result: Result, switches: SandboxSwitches, baseUrl: string): unknown {
  switch (result.kind) {
    case 'clips':
      return result.clips.map((clip) => renderClip(clip, baseUrl, 'complete'));
    case 'upload': {
      const { clip } = result;
      return {
        [switches.clipIdKey]: clip.id,
        title: clip.title ?? titleOf(clip.audioUrl),
        status: 'complete',
        metadata: { duration: clip.seconds },
      };
    }
    case 'model':
      return renderModel(result, switches.modelIdKey);
    case 'plain':
      return result.value;
  }
}
