import { type Clock, startTimer } from '@mountsea-suno/internal';
import type { Expectation } from './call-request.ts';
import { type Failure, failureKindOf, messagesOf, refusalReasonOf, summarizeError, wasSent } from './classify-failure.ts';
import type { Config } from './config.ts';
import { isMountseaError } from './errors.ts';
import { type CallInfo, notify } from './hooks.ts';
import type { RequestOptions } from './options.ts';
import { printable } from './redact.ts';
import { bodyExcerpt, OutOfBoundsError, parseBody, type ResponseBody, readText } from './response-body.ts';
import { headerFacts, retryAfterMs, serverTime } from './response-headers.ts';
import type { RetryPolicy } from './retry-policies.ts';
import { singleUseBody } from './single-use-body.ts';

/** One call, with all its attempts. */
export interface Call extends CallInfo {
  policy: RetryPolicy;
  options: Omit<RequestOptions, 'headers'>;
  /** The headers of the request, besides those of hooks and the key. */
  requestHeaders: Headers;
  body: string | null;
  /** What the JSON of its response must hold; `undefined`: any JSON, or nothing, will do. */
  expects: Expectation | undefined;
}

/** A host, the header that carries the key to it, and the text before the key in that header. */
export interface Host {
  baseUrl: string | undefined;
  keyHeader: string;
  keyPrefix: string;
}

/** A 2xx response that holds what was expected. */
export interface Success {
  response: Response;
  body: ResponseBody;
}

/** The reason for aborting a request whose time limit has passed. */
const timeIsOver = new Error('The time for the request is over.');

/** Sends the request of a call once and reads the response. Throws whatever the caller's own signal, key function or `beforeSend` rejects with. */
export async function sendRequest(config: Config, host: Host, call: Call, limitMs: number): Promise<Success | Failure> {
  const { clock, maxResponseBytes } = config;
  const { operation, url, options, attempts } = call;
  let secret = '';
  let sentAt: number | undefined;
  let response: Response | undefined;
  let isInBeforeSend = false;
  let text: string;
  try {
    text = await withinTime(clock, limitMs, options.signal, async (signal) => {
      const key = config.apiKey();
      secret = typeof key === 'string' ? key : await key;
      const init = requestInit(config, host, call, secret, signal);
      if (options.beforeSend) {
        isInBeforeSend = true;
        await options.beforeSend({ operation, attempt: attempts });
        isInBeforeSend = false;
      }
      // Nothing is waited for from here on until the request has been handed over.
      signal.throwIfAborted();
      sentAt = clock.monotonic();
      response = await (config.fetch ? config.fetch(url, init) : fetch(url, init));
      return readText(response, maxResponseBytes);
    });
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    if (isMountseaError(error) || (isInBeforeSend && error !== timeIsOver)) throw error;
    // The status of a refusal is enough, even if the body that explains it was cut off or is too large.
    if (response === undefined || response.status < 400) {
      return failureWithoutBody(error, response, sentAt !== undefined, config.sendsOnce, secret);
    }
    text = '';
  }
  if (response === undefined || sentAt === undefined) throw new TypeError('fetch gave no response');
  call.status = response.status;
  return classifyResponse(config, call, response, text, secret, clock.monotonic() - sentAt);
}

/**
 * Runs something under a time limit and the caller's signal. Rejects with `timeIsOver` or with `signal.reason` at once, also when `run` ignores its
 * own signal. Leaves neither a timer nor a listener.
 */
function withinTime<T>(
  clock: Clock,
  limitMs: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const after =
      <V>(finish: (value: V) => void) =>
      (value: V): void => {
        cancelTimer();
        signal?.removeEventListener('abort', onAbort);
        finish(value);
      };
    const fail = after(reject);
    const stop = (reason: unknown): void => {
      fail(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(signal?.reason);
    const cancelTimer = startTimer(clock, limitMs, () => stop(timeIsOver));
    signal?.addEventListener('abort', onAbort);
    run(controller.signal).then(after(resolve), fail);
  });
}

function requestInit(config: Config, host: Host, call: Call, secret: string, signal: AbortSignal): RequestInit {
  const { operation, method, url, attempts, body } = call;
  const headers = { ...Object.fromEntries(call.requestHeaders), ...call.headers };
  if (config.hooks.onRequest) notify(config.hooks.onRequest, { operation, method, url, headers, body, attempt: attempts });
  // A hook that keeps the headers must not come to hold the key.
  const sent = { ...headers, [host.keyHeader]: host.keyPrefix + secret };
  const isSingleUse = call.policy === 'at-most-once' && config.fetch === undefined;
  return { method, signal, redirect: 'manual', ...(isSingleUse ? singleUseBody(body, sent) : { body, headers: sent }) };
}

/** Classifies what `fetch`, or reading its response, has thrown. */
function failureWithoutBody(
  error: unknown,
  response: Response | undefined,
  wasHandedOver: boolean,
  sendsOnce: boolean,
  secret: string,
): Failure {
  const context = {
    cause: summarizeError(error, secret),
    status: response?.status,
    ...(response && headerFacts(response.headers, secret)),
  };
  if (error instanceof OutOfBoundsError) return { kind: 'out-of-bounds', summary: error.message, context };
  if (error === timeIsOver) {
    return { kind: wasHandedOver ? 'timed-out' : 'not-sent', reason: 'timed-out', summary: 'timed out', context };
  }
  if (response) return { kind: 'unreadable', summary: 'the response was cut off', context };
  // A fetch that retries by itself may have sent the request at its first attempt, and report the failure of its second.
  if (!sendsOnce || wasSent(error)) return { kind: 'lost', summary: 'the connection was lost', context };
  return { kind: 'not-sent', summary: 'the server was not reached', context: { ...context, sent: 'no' } };
}

/** Classifies a complete response as a success or as a failure. */
function classifyResponse(
  config: Config,
  call: Call,
  response: Response,
  text: string,
  secret: string,
  durationMs: number,
): Success | Failure {
  const { status, headers } = response;
  let body: ResponseBody = { text: '', json: undefined };
  let outOfBounds: string | undefined;
  try {
    body = parseBody(text, secret);
  } catch (error) {
    if (!(error instanceof OutOfBoundsError)) throw error;
    outOfBounds = error.message;
  }
  if (config.hooks.onResponse) {
    const { operation, attempts: attempt } = call;
    const event = { operation, attempt, status, headers, text: body.text, durationMs, ...headerFacts(headers, secret) };
    notify(config.hooks.onResponse, event);
  }
  const isRead = status >= 200 && status < 300 && outOfBounds === undefined;
  if (isRead && (call.expects ? call.expects(body.json) : body.json !== undefined || body.text === '')) {
    const { onResponse } = call.options;
    if (onResponse) notify(onResponse, { status, headers, text: body.text, serverTime: serverTime(headers) });
    return { response, body };
  }
  const kind = failureKindOf(status);
  const context = {
    status,
    ...headerFacts(headers, secret),
    retryAfterMs: retryAfterMs(headers, config.clock.now()),
    body: bodyExcerpt(body, secret),
  };
  if (kind !== 'unreadable') {
    const messages = messagesOf(body.json, secret);
    const said = messages.length > 0 ? `: ${messages.join('; ').replace(/[.!]$/, '')}` : '';
    const reason = kind === 'server-failed' ? undefined : refusalReasonOf(status, messages);
    return { kind, reason, summary: `HTTP ${status}${said}`, context: { ...context, messages } };
  }
  if (outOfBounds !== undefined) return { kind: 'out-of-bounds', summary: outOfBounds, context };
  const redirect = redirectOf(response, secret);
  if (redirect !== undefined) return { kind, reason: 'redirect', summary: redirect, context };
  const flaw = body.json === undefined ? (body.text === '' ? 'an empty body' : 'not JSON') : 'not what the contract promises';
  return { kind, summary: `HTTP ${status}, ${flaw}`, context };
}

/** Describes a redirect and its target. It is not followed, so that the key is never sent to a host that the caller did not name. */
function redirectOf({ status, headers, type }: Response, secret: string): string | undefined {
  const isRedirect = type === 'opaqueredirect' || (status > 300 && status < 400 && status !== 304);
  if (!isRedirect) return undefined;
  const target = printable(headers.get('location') ?? '', secret);
  return `HTTP ${status}, a redirect${target && ` to ${target}`}, which is not followed`;
}
