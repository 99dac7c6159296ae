import {
  AuthenticationError,
  type Charged,
  ConflictError,
  ConnectionError,
  InsufficientCreditsError,
  type MountseaError,
  type MountseaErrorInit,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
  ValidationError,
} from './errors.ts';
import type { Fault } from './policy.ts';
import { plainText } from './redact.ts';
import { isFields } from './task.ts';

/** What a call knows of itself when an attempt has failed. */
export interface Known extends MountseaErrorInit {
  operation: string;
  attempts: number;
  retryable: boolean;
  charged: Charged;
}

/** What decides on the class of an error: the fault, or the status of a refusal. */
export type Kind = Fault | 401 | 402 | 403 | 404;

const later = 'Call again later.';
const checkUrl = 'Check the base URL.';

/** The error of each fault, and what the caller can do about it. */
const kinds: Record<Kind, [errorClass: new (message: string, init: MountseaErrorInit) => MountseaError, advice: string]> = {
  401: [AuthenticationError, 'Check the API key.'],
  402: [InsufficientCreditsError, 'Add credits.'],
  403: [PermissionError, 'The API key may not do this.'],
  404: [NotFoundError, 'Check the id.'],
  refused: [ValidationError, 'Correct the request.'],
  conflict: [ConflictError, 'Look at the task.'],
  'rate-limited': [RateLimitError, later],
  'not-sent': [ConnectionError, checkUrl],
  lost: [ConnectionError, later],
  'timed-out': [TimeoutError, later],
  'server-failed': [ServerError, later],
  unreadable: [UnexpectedResponseError, later],
};

/** The error that a failed attempt would end the call with. `what` says in a few words what came. */
export function toError(kind: Kind, what: string, known: Known): MountseaError {
  const [ErrorClass, advice] = kinds[kind] ?? kinds.refused;
  const inDoubt = known.charged === 'unknown' && !known.retryable;
  return new ErrorClass(`${known.operation}: ${what}. ${inDoubt ? 'It may have been accepted: look first.' : advice}`, known);
}

/** Whether a refusal is for want of credits, whatever its status. */
export function lacksCredits(said: string): boolean {
  return /credit|balance|积分|余额/i.test(said) && /insufficient|not enough|不足/i.test(said);
}

/** The messages of an error body, whatever its shape: NestJS, `errorMessage`, `error.message`, or none. */
export function readMessages(body: unknown, secret: string): string[] {
  return collect(body, 0)
    .slice(0, 20)
    .flatMap((message) => plainText(message, secret) || []);
}

function collect(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, depth + 1));
  if (!isFields(value)) return [];
  for (const key of ['message', 'errorMessage', 'error_message', 'error']) {
    const found = collect(value[key], depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}
