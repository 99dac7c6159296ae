import { findProblems, findQueryProblems } from '../contract/find-problems.ts';
import type { Operation } from '../contract/operations.ts';
import { Refusal } from '../handlers/handler.ts';
import { handlerOf } from '../handlers/handlers.ts';
import { errorResponse, jsonResponse, type SandboxRequest, type SandboxResponse } from '../response.ts';
import type { Outcome } from '../world/task.ts';
import { processDue, type World } from '../world/world.ts';

/** The parts of a call. */
export interface Incoming {
  readonly operation: Operation;
  readonly request: SandboxRequest;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body; undefined where there is none or it cannot be read. */
  readonly body: unknown;
  /** Why a body whose type is JSON cannot be read. */
  readonly bodyProblem: string | undefined;
}

/** The result of a call. */
export interface HandlerResult {
  readonly response: SandboxResponse;
  /** Whether the handler accepted the call. */
  readonly accepted: boolean;
}

/**
 * Authenticates, checks and serves one call, as the server would if nothing went wrong on the way.
 *
 * @throws Error when the response breaks the contract, which is a defect of the sandbox
 */
export function handleRequest(world: World, incoming: Incoming, forcedOutcome?: Outcome): HandlerResult {
  const { operation, request, query, body, bodyProblem } = incoming;
  const { contract } = world;
  const refuse = (status: number, message: string | readonly string[]): HandlerResult => ({
    response: errorResponse(status, message, world.switches.errorBody),
    accepted: false,
  });
  if (!isAuthentic(operation, request, query, world.apiKey)) return refuse(401, 'Unauthorized');
  if (bodyProblem !== undefined) return refuse(400, bodyProblem);
  const bodyProblems =
    operation.definition.requestBody === undefined ? [] : findProblems(contract, operation, 'body', body ?? {});
  const problems = [...findQueryProblems(contract, operation, query), ...bodyProblems];
  if (problems.length > 0) return refuse(400, problems);
  try {
    const now = processDue(world);
    const fields = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
    const { body: content, checkAs } = handlerOf(operation)({ world, operation, query, body: fields, now, forcedOutcome });
    const wrong = findProblems(contract, operation, 'response', checkAs ?? content);
    if (wrong.length > 0) throw new Error(`its response to ${operation.name} breaks the contract: ${wrong.join('; ')}`);
    const { status } = operation;
    return {
      response: content === undefined ? { status, headers: {}, body: '' } : jsonResponse(status, content),
      accepted: true,
    };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.status, error.messages);
    throw error;
  }
}

/** Whether the request says that its body is JSON. Otherwise a server does not read it. */
export function isJson(request: SandboxRequest): boolean {
  return /^application\/(.+\+)?json\b/i.test(request.header('content-type') ?? '');
}

/** Whether the request carries the key in one of the places that the contract names for the operation (or, for a key header, `?key=`). */
function isAuthentic(
  operation: Operation,
  request: SandboxRequest,
  query: Readonly<Record<string, string>>,
  key: string,
): boolean {
  const requirements = operation.definition.security ?? [];
  if (requirements.length === 0) return true;
  const schemes = operation.document.components?.securitySchemes ?? {};
  return requirements.some((requirement) =>
    Object.keys(requirement).every((name) => {
      const scheme = schemes[name];
      if (scheme?.type === 'http') return request.header('authorization') === `Bearer ${key}`;
      if (scheme?.in !== 'header' || scheme.name === undefined) return false;
      return (request.header(scheme.name.toLowerCase()) ?? query.key) === key;
    }),
  );
}
