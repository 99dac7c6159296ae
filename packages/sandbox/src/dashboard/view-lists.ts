import { badge, bar, type Child, element, shortId, table } from './element.ts';
import type { DashboardState, SessionState, TaskState } from './state.ts';

const time = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

const isUnderWay = (task: TaskState): boolean => task.fraction < 1;

function uploadLine(upload: TaskState): HTMLElement {
  return element(
    'li',
    {},
    badge(upload.status),
    ' ',
    element('span', { class: 'url', title: upload.detail }, upload.detail),
    isUnderWay(upload) ? bar(upload.fraction) : '',
  );
}

function sessionCard(session: SessionState): HTMLElement {
  const { training } = session;
  const title = session.name === '' ? 'no model yet' : session.name;
  return element(
    'article',
    { class: 'session' },
    element('h3', {}, badge(session.status), ' ', title, ' ', shortId(session.sessionId)),
    training !== undefined && isUnderWay(training) ? bar(training.fraction) : '',
    training !== undefined && training.detail !== '' ? element('p', { class: 'reason' }, training.detail) : '',
    session.modelId === '' ? '' : element('p', {}, element('code', { class: 'model' }, session.modelId)),
    element('ul', {}, ...session.uploads.map(uploadLine)),
  );
}

/** The sessions, each with its uploads. */
export function viewSessions({ sessions }: DashboardState): Child[] {
  if (sessions.length > 0) return sessions.map(sessionCard);
  return [element('p', { class: 'empty' }, 'No session yet. POST /suno/v2/customModel/prepare makes one.')];
}

/** The tasks outside of sessions. */
export function viewTasks({ tasks }: DashboardState): Child[] {
  const rows = tasks.map((task) => [
    task.operation,
    badge(task.status),
    shortId(task.taskId),
    isUnderWay(task) ? bar(task.fraction) : task.detail,
  ]);
  return [table(['operation', 'status', 'task', ''], rows, { empty: 'No task yet.', wide: 'operation' })];
}

/** What was charged. */
export function viewCharges({ charges }: DashboardState): Child[] {
  const rows = charges.map((charge) => [time(charge.at), charge.apiPath, charge.amount, shortId(charge.sessionId ?? '–')]);
  return [table(['time', 'for', 'credits', 'session'], rows, { empty: 'Nothing charged yet.', wide: 'for' })];
}

/** The latest requests. */
export function viewCalls({ calls }: DashboardState): Child[] {
  const rows = calls.map((call) => {
    const query = new URLSearchParams(call.query).toString();
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const isGood = call.status !== undefined && call.status < 400;
    return [
      time(call.at),
      call.method,
      element('span', { title: body }, query === '' ? call.path : `${call.path}?${query}`),
      element('span', { class: isGood ? 'good' : 'bad' }, call.status ?? 'none'),
      call.fault === undefined ? '' : element('span', { class: 'badge failed' }, call.fault),
    ];
  });
  return [table(['time', 'method', 'path', 'status', 'fault'], rows, { empty: 'No request yet.', wide: 'path' })];
}

/** This number of times means always, because JSON has no `Infinity`. */
export const always = 1e6;

function faultCard({ rule, hits }: DashboardState['faults'][number]): HTMLElement {
  const { kind, when = 'before', operation = 'any operation', times = 1, ...rest } = rule;
  const more = Object.entries(rest).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return element(
    'article',
    { class: 'fault' },
    element('strong', {}, kind),
    ` ${when} ${operation} acts, hit ${hits} of ${times >= always ? 'all' : times}`,
    element('p', { class: 'hint' }, more.join(', ')),
  );
}

/** The faults in force. */
export function viewFaults({ faults }: DashboardState): Child[] {
  return faults.length > 0 ? faults.map(faultCard) : [element('p', { class: 'empty' }, 'No fault is set.')];
}

/** The figures on top. */
export function viewFigures(state: DashboardState): Child[] {
  const figure = (label: string, value: Child): HTMLElement =>
    element('div', {}, element('dt', {}, label), element('dd', {}, value));
  return [
    figure('credits', state.balance),
    figure('charged', state.charged),
    figure('requests', state.callCount),
    figure('sessions', state.sessionCount),
    figure('clock (UTC)', time(state.now)),
    figure('speed', `×${state.speed}`),
  ];
}
