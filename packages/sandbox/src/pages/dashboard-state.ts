import type { DashboardState, SessionState, TaskState } from '../dashboard/state.ts';
import type { FaultState } from '../faults/fault-rule.ts';
import { faultKinds } from '../faults/parse-fault-rule.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Server } from '../server/dispatch.ts';
import { type SandboxSwitches, switchChoices } from '../switches.ts';
import type { Session } from '../world/session.ts';
import { type Task, viewTask } from '../world/task.ts';
import { processDue, type World } from '../world/world.ts';

/** How much of each list is shown. */
const limits = { sessions: 20, tasks: 40, charges: 40, calls: 100 };

/** What the dashboard shows of a sandbox at this moment. */
export function takeDashboardState(sandbox: Sandbox, { world, routes }: Server): DashboardState {
  const now = processDue(world);
  const sessions = [...world.sessions.values()];
  const uploads = new Set(sessions.flatMap((session) => session.uploads.map((upload) => upload.task)));
  const tasks = [...world.tasks.values()].filter((task) => !uploads.has(task));
  return {
    now,
    url: sandbox.baseUrl,
    speed: world.speed,
    balance: sandbox.credits.balance,
    charged: sandbox.credits.charged,
    callCount: sandbox.count(),
    sessionCount: sessions.length,
    sessions: latest(sessions, limits.sessions).map((session) => sessionState(world, session, now)),
    tasks: latest(tasks, limits.tasks).map((task) => taskState(world, task, now)),
    charges: latest(sandbox.credits.charges, limits.charges),
    calls: latest(sandbox.calls, limits.calls),
    switches: (Object.keys(switchChoices) as (keyof SandboxSwitches)[]).map((name) => ({
      name,
      value: sandbox.switches[name],
      choices: switchChoices[name],
    })),
    faults: sandbox.faults.list.map(faultState),
    faultKinds: faultKinds.filter((kind) => kind !== 'refused'),
    operations: routes.operations.map((operation) => operation.name),
  };
}

function taskState(world: World, task: Task, now: number, about = ''): TaskState {
  const { taskStatuses, extraStatus } = world.switches;
  const { status, outcome } = viewTask(task, now, taskStatuses, extraStatus);
  const elapsed = task.durationMs > 0 ? (now - task.startedAt) / task.durationMs : 1;
  const failure = outcome === undefined || outcome.status === 'success' ? '' : outcome.failReason;
  return {
    taskId: task.id,
    operation: task.operation,
    status,
    fraction: outcome === undefined ? Math.min(Math.max(elapsed, 0), 0.99) : 1,
    detail: [about, failure].filter((part) => part !== '').join(' · '),
  };
}

function sessionState(world: World, session: Session, now: number): SessionState {
  const last = session.attempts.at(-1);
  const training = last === undefined ? undefined : taskState(world, last.task, now);
  return {
    sessionId: session.id,
    kind: session.kind,
    status: training?.status ?? 'open',
    name: last?.name ?? '',
    modelId: last !== undefined && training?.status === 'success' ? `chirp-custom:${last.modelUuid}` : '',
    uploads: session.uploads.map(({ task, audioUrl }) => taskState(world, task, now, audioUrl)),
    training,
  };
}

/** A fault in a form that JSON allows: without its function, and with a large number in place of `Infinity`. */
function faultState({ rule: { match: _, times, ...rule }, ...counts }: FaultState): FaultState {
  return { rule: times === undefined ? rule : { ...rule, times: Math.min(times, Number.MAX_SAFE_INTEGER) }, ...counts };
}

/** The latest `count` of a list, latest first. */
const latest = <T>(list: readonly T[], count: number): T[] => list.slice(-count).reverse();
