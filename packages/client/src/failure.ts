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

const noCredits =
  /(insufficient|not enough|exhausted|run out of|no)\s+(\w+\s+)?(credit|balance|point)|(credit|balance|point)s?\b.{0,20}(insufficient|not enough|exhausted)|(积分|余额|点数)不足/i;

/** The error for a 4xx or 5xx answer. */
export function statusError(body: unknown, secret: string, known: Known & { status: number }): MountseaError {
  const { status } = known;
  const messages = readMessages(body, secret);
  const said = messages.join('; ');
  const say = (advice: string): string =>
    `${known.operation} failed (HTTP ${status})${said && ': '}${said}${/[.!?]$/.test(said) ? '' : '.'} ${advice}`;
  if (status === 402 || (status < 500 && noCredits.test(said))) {
    return new InsufficientCreditsError(say('Add credits to the account.'), { ...known, retryable: false });
  }
  if (status === 401) return new AuthenticationError(say('Check the API key.'), known);
  if (status === 403) return new PermissionError(say('The API key may not do this.'), known);
  if (status === 404) return new NotFoundError(say('Check the id and the base URL.'), known);
  if (status === 409) return new ConflictError(say(advice(known)), known);
  if (status === 429) return new RateLimitError(say('Wait before the next call.'), known);
  if (status === 408 || status >= 500) return new ServerError(say(advice(known)), known);
  return new ValidationError(say('Correct the request.'), { ...known, messages });
}

/** The error for a request without a complete answer. */
export function lossError(fault: Fault, timedOut: boolean, known: Known): MountseaError {
  const { operation } = known;
  if (timedOut) return new TimeoutError(`${operation}: no complete answer in time. ${advice(known)}`, known);
  if (fault === 'unreadable') {
    return new UnexpectedResponseError(`${operation}: the answer was cut off. ${advice(known)}`, known);
  }
  return fault === 'not-sent'
    ? new ConnectionError(`${operation}: the server cannot be reached. Check the network and the base URL.`, {
        ...known,
        sent: 'no',
      })
    : new ConnectionError(`${operation}: the connection broke. ${advice(known)}`, known);
}

/** The error for an answer that is neither a value nor a refusal. */
export function unreadableError(text: string, isJson: boolean, known: Known & { status: number }): MountseaError {
  const what =
    known.status >= 300 || known.status < 200
      ? 'a redirect'
      : text === ''
        ? 'empty'
        : isJson
          ? 'off the contract'
          : /^\s*</.test(text)
            ? 'HTML'
            : 'not JSON, or cut off';
  return new UnexpectedResponseError(`${known.operation}: the answer (HTTP ${known.status}) is ${what}. ${advice(known)}`, known);
}

function advice(known: Known): string {
  if (known.charged === 'unknown' && !known.retryable) {
    return 'It may have been accepted and charged: look at the task or the ledger before calling again.';
  }
  return known.retryable ? 'Call again later.' : 'Check the id and the base URL.';
}

/** The messages of an error body, whatever its shape: NestJS, `errorMessage`, `error.message`, or none. */
function readMessages(body: unknown, secret: string): string[] {
  const found: string[] = [];
  collect(body, found, 0);
  return found.slice(0, 20).flatMap((message) => plainText(message, secret) || []);
}

function collect(value: unknown, found: string[], depth: number): void {
  if (typeof value === 'string') found.push(value);
  if (depth > 3) return;
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1);
  if (!isFields(value)) return;
  for (const key of ['message', 'errorMessage', 'error_message', 'errors', 'detail', 'error']) {
    if (typeof value[key] === 'string' || typeof value[key] === 'object') collect(value[key], found, depth + 1);
    if (found.length > 0) return;
  }
}
