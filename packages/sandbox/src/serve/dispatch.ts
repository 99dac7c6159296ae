import type { CallRecord } from '../call-record.ts';
import type { Routes } from '../contract/routes.ts';
import type { FaultRule, FaultSubject } from '../fault-rule.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import { spoil } from '../faults/spoil.ts';
import type { Outcome } from '../world/task.ts';
import { serverTime, type World } from '../world/world.ts';
import { act, type Incoming, isJson } from './act.ts';
import { type Answer, errorAnswer, type Reply, type SandboxRequest } from './answer.ts';
import type { CallLog, OpenRecord } from './call-log.ts';
import { serveFile } from './serve-file.ts';

/** The parts of a sandbox that serve its requests. */
export interface Server {
  readonly world: World;
  readonly routes: Routes;
  readonly faults: FaultBook;
  readonly log: CallLog;
}

const emptyQuery: Readonly<Record<string, string>> = {};

function parseBody(request: SandboxRequest): unknown {
  if (request.body === '' || !isJson(request)) return undefined;
  try {
    return JSON.parse(request.body) as unknown;
  } catch {
    return undefined;
  }
}

/** Leaves the API key out of what is recorded. A short key could be part of any text, so of those only whole values count. */
function withoutKey<T>(parts: T, { target, body }: SandboxRequest, key: string): T {
  if (!target.includes(key) && !body.includes(key)) return parts;
  const text = JSON.stringify(parts);
  if (key.length >= 8) return JSON.parse(text.replaceAll(JSON.stringify(key).slice(1, -1), '[key]')) as T;
  return JSON.parse(text, (_, part: unknown) => (part === key ? '[key]' : part)) as T;
}

function forcedOutcomeOf(rule: FaultRule | undefined): Outcome | undefined {
  if (rule?.kind !== 'fail-task') return undefined;
  return { status: rule.taskStatus ?? 'failed', failReason: rule.failReason ?? 'The task failed.', failCode: rule.failCode };
}

function finish(server: Server, record: OpenRecord, reply: Reply): Reply {
  if (reply.kind === 'answer' || reply.kind === 'truncated') record.status = reply.answer.status;
  server.log.end(record);
  return reply.kind === 'answer' || reply.kind === 'truncated'
    ? { kind: reply.kind, answer: stamp(server, reply.answer) }
    : reply;
}

let lastSecond = 0;
let lastDate = '';

/** A time as the `Date` header has it; consecutive answers mostly share theirs. */
function httpDate(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second !== lastSecond || lastDate === '') {
    lastSecond = second;
    lastDate = new Date(ms).toUTCString();
  }
  return lastDate;
}

function stamp({ world }: Server, answer: Answer): Answer {
  if (answer.headers.date !== undefined) return answer;
  return { ...answer, headers: { ...answer.headers, date: httpDate(serverTime(world, world.clock.now())) } };
}

/** Serves one request. The answer is there at once unless a fault takes its time. */
export function dispatch(server: Server, request: SandboxRequest): Reply | Promise<Reply> {
  const { world, routes, faults, log } = server;
  const [path = '', search] = request.target.split('?', 2);
  const file = serveFile(request, path);
  if (file !== undefined) return { kind: 'answer', answer: file };

  const route = routes.find(request.method, path);
  const operation = route?.operation;
  const query = search === undefined ? emptyQuery : Object.fromEntries(new URLSearchParams(search));
  const body = parseBody(request);
  const { key: _, ...shownQuery } = query;
  const now = world.clock.now();
  const entry: Omit<CallRecord, 'index'> = {
    at: now,
    operation: operation?.name,
    operationId: operation?.operationId,
    method: request.method,
    ...withoutKey({ path, query: shownQuery, body }, request, world.apiKey),
    status: undefined,
    fault: undefined,
    acted: false,
  };
  const record = log.add(entry, operation);
  if (route === undefined || operation === undefined) {
    const answer = errorAnswer(404, `Cannot ${request.method} ${path}`, world.switches.errorBody);
    return finish(server, record, { kind: 'answer', answer });
  }

  const incoming: Incoming = { operation, request, query: { ...route.pathParams, ...query }, body };
  const serve = (rule?: FaultRule): Answer => {
    const { answer, accepted } = act(world, incoming, forcedOutcomeOf(rule));
    record.acted = record.acted || accepted;
    return answer;
  };
  if (faults.isEmpty) return finish(server, record, { kind: 'answer', answer: serve() });

  const subject: FaultSubject = {
    operation: operation.name,
    operationId: operation.operationId,
    method: request.method,
    path,
    query,
    body,
  };
  const { delayBefore, delayAfter, rule } = faults.pick(operation, subject, now);
  record.fault = rule?.kind ?? (delayBefore + delayAfter > 0 ? 'delay' : undefined);
  const reply = (): Reply => applyFault(rule, serve);
  if (delayBefore === 0 && delayAfter === 0) return finish(server, record, reply());
  return wait(world, delayBefore)
    .then(reply)
    .then(async (result) => {
      await wait(world, delayAfter);
      return finish(server, record, result);
    });
}

function applyFault(rule: FaultRule | undefined, serve: (rule?: FaultRule) => Answer): Reply {
  if (rule === undefined || rule.kind === 'fail-task') return { kind: 'answer', answer: serve(rule) };
  if (rule.kind === 'duplicate') {
    serve();
    return { kind: 'answer', answer: serve() };
  }
  const real = rule.when === 'after' && rule.kind !== 'refused' ? serve() : undefined;
  return spoil(rule, real);
}

function wait(world: World, ms: number): Promise<void> {
  return ms > 0 ? world.clock.sleep(ms) : Promise.resolve();
}
