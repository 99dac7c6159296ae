import {
  AuthenticationError,
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
import { printable } from './redact.ts';
import type { FailureKind } from './retry-policies.ts';

/** Why an attempt failed. */
export interface Failure {
  kind: FailureKind;
  /** The class of error, where the kind does not say it. */
  reason?: 401 | 402 | 403 | 404 | 'redirect' | 'timed-out' | undefined;
  /** A few words on what happened, such as `HTTP 503` or `the connection was lost`. */
  summary: string;
  /** What is known of it, for the error. */
  context: MountseaErrorInit;
}

type ErrorClass = new (message: string, init: MountseaErrorInit) => MountseaError;

const tryLater = 'Call again later.';
const checkUrl = 'Check the base URL.';

/** The class of each failure, and what the caller can do about it. */
const errors: Record<FailureKind | NonNullable<Failure['reason']>, readonly [ErrorClass, advice: string]> = {
  401: [AuthenticationError, 'Check the API key.'],
  402: [InsufficientCreditsError, 'Add credits.'],
  403: [PermissionError, 'The API key may not do this.'],
  404: [NotFoundError, 'Check the id and the base URL.'],
  refused: [ValidationError, 'Correct the request.'],
  conflict: [ConflictError, 'Check the task.'],
  'rate-limited': [RateLimitError, tryLater],
  'not-sent': [ConnectionError, checkUrl],
  lost: [ConnectionError, tryLater],
  'timed-out': [TimeoutError, tryLater],
  'server-failed': [ServerError, tryLater],
  unreadable: [UnexpectedResponseError, tryLater],
  redirect: [UnexpectedResponseError, checkUrl],
  'out-of-bounds': [UnexpectedResponseError, 'Set maxResponseBytes if the response is what it should be.'],
};

/** The error that the call throws if this failed attempt was its last one. */
export function toError({ kind, reason, summary, context }: Failure, call: MountseaErrorInit): MountseaError {
  const [ErrorClass, advice] = errors[reason ?? kind];
  const isInDoubt = call.charged === 'unknown' && !call.retryable;
  const next = isInDoubt ? 'It may have been accepted: check the session or the ledger before you call again.' : advice;
  return new ErrorClass(`${call.operation}: ${summary}. ${next}`, { ...call, ...context });
}

/** The kind of failure that an HTTP status stands for. */
export function failureKindOf(status: number): FailureKind {
  if (status === 429) return 'rate-limited';
  if (status === 409) return 'conflict';
  if (status === 408 || status >= 500) return 'server-failed';
  return status >= 400 ? 'refused' : 'unreadable';
}

/** The reason of a refusal: what its status says, or that credits are missing, whatever its status. */
export function refusalReasonOf(status: number, messages: readonly string[]): Failure['reason'] {
  const said = messages.join();
  if (/credit|balance|积分|余额/i.test(said) && /insufficient|not enough|不足/i.test(said)) return 402;
  return status === 401 || status === 402 || status === 403 || status === 404 ? status : undefined;
}

/** The messages of an error body, whatever its shape: NestJS, `errorMessage`, `error.message`, or none. */
export function messagesOf(body: unknown, secret: string): string[] {
  return collectTexts(body, 0)
    .slice(0, 20)
    .flatMap((message) => printable(message, secret) || []);
}

function collectTexts(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 3 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collectTexts(item, depth + 1));
  for (const key of ['message', 'errorMessage', 'error_message', 'error']) {
    const found = collectTexts((value as Record<string, unknown>)[key], depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}

/** Codes of Node, undici and Bun for a connection that was never established, so that no byte of the request can have left. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|UND_ERR_CONNECT_|CERT_|ERR_TLS_CERT_|ERR_SSL_.*(VERSION|HANDSHAKE_F)|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|ConnectionRefused)/;

type Link = { message?: unknown; code?: unknown; syscall?: unknown; cause?: unknown; errors?: Link[] };

/** Whether the server may have received the request of a failed `fetch`: false only when it is certain that it has not. */
export function wasSent(error: unknown): boolean {
  return !causesOf(error).some(({ code, syscall, message, errors: attempts }) =>
    attempts
      ? // Where several addresses of a host were tried, each attempt must have failed before it could send anything.
        !attempts.some(wasSent)
      : /^(connect|getaddrinfo)$/.test(`${syscall}`) || neverConnected.test(`${code}`) || /before secure TLS/.test(`${message}`),
  );
}

/** A copy of an underlying error that keeps only messages and code: its sockets and buffers may hold the key. */
export function summarizeError(error: unknown, secret: string): Error {
  const links = causesOf(error);
  const code = links.find((it) => typeof it.code === 'string')?.code;
  const summary = new Error(printable(links.map(({ message }) => message).join(': '), secret));
  return code ? Object.assign(summary, { code: printable(`${code}`, secret) }) : summary;
}

/** An error and its causes, five in all at most. */
function causesOf(error: unknown): Link[] {
  const links: Link[] = [];
  for (let link = error; typeof link === 'object' && link && links.length < 5; link = (link as Link).cause) links.push(link);
  return links;
}
