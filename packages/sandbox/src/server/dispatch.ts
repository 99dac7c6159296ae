import type { Routes } from '../contract/operations.ts';
import { applyFault } from '../faults/apply-fault.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import type { FaultRule, FaultSubject } from '../faults/fault-rule.ts';
import { parseJson } from '../parse-json.ts';
import { errorResponse, type Reply, type SandboxRequest, type SandboxResponse } from '../response.ts';
import type { Outcome } from '../world/task.ts';
import { serverTime, type World } from '../world/world.ts';
import type { CallLog, OpenRecord } from './call-log.ts';
import { handleRequest, type Incoming, isJson } from './handle-request.ts';
import { serveFile } from './serve-file.ts';

/** The parts of a sandbox that serve its requests. */
export interface Server {
  readonly world: World;
  readonly routes: Routes;
  readonly faults: FaultBook;
  readonly log: CallLog;
}

const emptyQuery: Readonly<Record<string, string>> = {};

/**
 * Serves one request. The reply is given at once unless a fault delays it. An error while serving also becomes a response,
 * a 500 that says what went wrong, so that no caller waits for ever.
 */
export function dispatch(server: Server, request: SandboxRequest): Reply | Promise<Reply> {
  const { world, routes, log } = server;
  const [path = '', search] = request.target.split('?', 2);
  const file = serveFile(request, path);
  if (file !== undefined) return { kind: 'response', response: file };

  const route = routes.find(request.method, path);
  const query = search === undefined ? emptyQuery : Object.fromEntries(new URLSearchParams(search));
  const { body, bodyProblem } = readBody(request);
  const { key: _, ...shownQuery } = query;
  const entry = {
    at: world.clock.now(),
    operation: route?.operation.name,
    operationId: route?.operation.operationId,
    method: request.method,
    ...withoutKey({ path, query: shownQuery, body }, request, world.apiKey),
    status: undefined,
    fault: undefined,
    acted: false,
  };
  const record = log.add(entry, route?.operation);
  if (route === undefined) {
    const response = errorResponse(404, `Cannot ${request.method} ${path}`, world.switches.errorBody);
    return finish(server, record, { kind: 'response', response });
  }

  const { operation, pathParams } = route;
  const { operationId, method, name } = operation;
  const incoming: Incoming = { operation, request, query: { ...pathParams, ...query }, body, bodyProblem };
  const fail = (error: unknown): Reply => finish(server, record, { kind: 'response', response: failureOf(world, error) });
  try {
    const reply = serve(server, record, incoming, { operation: name, operationId, method, path, query, body });
    return reply instanceof Promise ? reply.catch(fail) : reply;
  } catch (error) {
    return fail(error);
  }
}

/** Lets the server act, with the faults that apply to the call. */
function serve(server: Server, record: OpenRecord, incoming: Incoming, subject: FaultSubject): Reply | Promise<Reply> {
  const { world, faults } = server;
  const act = (rule?: FaultRule): SandboxResponse => {
    const { response, accepted } = handleRequest(world, incoming, forcedOutcomeOf(rule));
    record.acted = record.acted || accepted;
    return response;
  };
  if (faults.isEmpty) return finish(server, record, { kind: 'response', response: act() });

  const { delayBefore, delayAfter, rule } = faults.pick(incoming.operation, subject, record.at);
  record.fault = rule?.kind ?? (delayBefore + delayAfter > 0 ? 'delay' : undefined);
  const reply = (): Reply => applyFault(rule, () => act(rule));
  if (delayBefore === 0 && delayAfter === 0) return finish(server, record, reply());
  return wait(world, delayBefore)
    .then(reply)
    .then(async (result) => {
      await wait(world, delayAfter);
      return finish(server, record, result);
    });
}

function readBody(request: SandboxRequest): Pick<Incoming, 'body' | 'bodyProblem'> {
  if (request.body === '' || !isJson(request)) return { body: undefined, bodyProblem: undefined };
  try {
    return { body: parseJson(request.body), bodyProblem: undefined };
  } catch (error) {
    return { body: undefined, bodyProblem: (error as Error).message };
  }
}

/** Leaves the API key out of what is recorded. A short key could be part of any text, so only values that equal it are replaced. */
function withoutKey<T>(parts: T, { target, body }: Pick<SandboxRequest, 'target' | 'body'>, key: string): T {
  if (!target.includes(key) && !body.includes(key)) return parts;
  const text = JSON.stringify(parts);
  if (key.length >= 8) return JSON.parse(text.replaceAll(JSON.stringify(key).slice(1, -1), '[key]')) as T;
  return JSON.parse(text, (_, part: unknown) => (part === key ? '[key]' : part)) as T;
}

function forcedOutcomeOf(rule: FaultRule | undefined): Outcome | undefined {
  if (rule?.kind !== 'fail-task') return undefined;
  return { status: rule.taskStatus ?? 'failed', failReason: rule.failReason ?? 'The task failed.', failCode: rule.failCode };
}

function failureOf(world: World, error: unknown): SandboxResponse {
  const message = error instanceof Error ? error.message : String(error);
  return errorResponse(500, `The sandbox failed: ${message.replaceAll(world.apiKey, '[key]')}`);
}

/** Completes the record of a call, and adds the `Date` header to its response. */
function finish(server: Server, record: OpenRecord, reply: Reply): Reply {
  if (reply.kind !== 'response' && reply.kind !== 'truncated') {
    server.log.end(record);
    return reply;
  }
  record.status = reply.response.status;
  server.log.end(record);
  return { kind: reply.kind, response: withDate(server.world, reply.response) };
}

let lastSecond = 0;
let lastDate = '';

/** A time in the form of the `Date` header. The last one is kept, because consecutive responses mostly share it. */
function httpDate(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second !== lastSecond || lastDate === '') {
    lastSecond = second;
    lastDate = new Date(ms).toUTCString();
  }
  return lastDate;
}

function withDate(world: World, response: SandboxResponse): SandboxResponse {
  if (response.headers.date !== undefined) return response;
  return { ...response, headers: { ...response.headers, date: httpDate(serverTime(world, world.clock.now())) } };
}

function wait(world: World, ms: number): Promise<void> {
  return ms > 0 ? world.clock.sleep(ms) : Promise.resolve();
}
