import type { Operation } from '../contract/operation.ts';
import { checksOf } from '../contract/validation.ts';
import { Refusal } from '../handlers/handler.ts';
import { handlerOf } from '../handlers/handlers.ts';
import type { Outcome } from '../world/task.ts';
import { settle, type World } from '../world/world.ts';
import { type Answer, errorAnswer, jsonAnswer, type SandboxRequest } from './answer.ts';
import { isAuthentic } from './authenticate.ts';

/** What came of a call. */
export interface Acted {
  readonly answer: Answer;
  /** Whether the handler accepted it. */
  readonly accepted: boolean;
}

/** A call as it was taken apart. */
export interface Incoming {
  readonly operation: Operation;
  readonly request: SandboxRequest;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body; undefined where there is none or it is not JSON. */
  readonly body: unknown;
}

/** Authenticates, checks, does and answers one call, as the server would if nothing went wrong on the way. */
export function act(world: World, { operation, request, query, body }: Incoming, forcedOutcome?: Outcome): Acted {
  const refuse = (status: number, message: string | readonly string[]): Acted => ({
    answer: errorAnswer(status, message, world.switches.errorBody),
    accepted: false,
  });
  if (!isAuthentic(operation, request, query, world.apiKey)) return refuse(401, 'Unauthorized');
  const { definition } = operation;
  if (request.body !== '' && body === undefined && isJson(request)) return refuse(400, 'Request body is not valid JSON');
  const checks = checksOf(operation);
  const problems = checks.query({ ...query });
  if (definition.requestBody !== undefined) problems.push(...checks.body(body ?? {}));
  if (problems.length > 0) return refuse(400, problems);
  try {
    const now = settle(world);
    const fields = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
    const { body: answer, checkAs } = handlerOf(operation)({ world, operation, query, body: fields, now, forcedOutcome });
    const wrong = checks.answer(checkAs ?? answer);
    if (wrong.length > 0) throw new Error(`The sandbox's answer to ${operation.name} breaks the contract: ${wrong.join('; ')}`);
    return {
      answer: answer === undefined ? { status: operation.status, headers: {}, body: '' } : jsonAnswer(operation.status, answer),
      accepted: true,
    };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.status, error.messages);
    throw error;
  }
}

/** Whether the request says that its body is JSON; without that a server does not read it. */
export function isJson(request: SandboxRequest): boolean {
  return /^application\/(.+\+)?json\b/i.test(request.header('content-type') ?? '');
}
