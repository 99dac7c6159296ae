import { attempt, timeIsOver } from './attempt.ts';
import type { RawResponse, RequestOptions } from './client-options.ts';
import type { Config } from './config.ts';
import { isMountseaError, type MountseaError } from './errors.ts';
import { type Known, lossError, statusError, unreadableError } from './failure.ts';
import { chargedBy, type Fault, faultOf, type Policy, sendAgain } from './policy.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { boundedBody, parseJson, summarize } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';
import { retryDelayMs } from './retry-delay.ts';
import { tell } from './tell.ts';
import { wasSent } from './was-sent.ts';

/** One call of a method, with all its attempts. */
export interface Call {
  operation: string;
  policy: Policy;
  options: RequestOptions;
  /** How this host wants to be shown the key. */
  authorize: (headers: Record<string, string>, key: string) => void;
  /** Takes the value from an answer of the 2xx class; `undefined` when the answer is off the contract. */
  read: (body: unknown, response: RawResponse) => unknown;
}

/** Sends the request of a call until it gives a value, or an error that is final. */
export async function send(config: Config, request: RecordedRequest, call: Call): Promise<unknown> {
  const { clock, options: hooks } = config;
  const { policy, operation } = call;
  const { signal, onResponse } = call.options;
  const deadline = clock.now() + (call.options.timeoutMs ?? config.timeoutMs);
  let charged = chargedBy(policy, 'not-sent');
  try {
    for (let attempts = 1; ; attempts++) {
      const limitMs = policy !== 'paid' && attempts < config.retry.maxAttempts ? config.retry.attemptTimeoutMs : Infinity;
      const outcome = await sendOnce(config, request, call, attempts, Math.min(limitMs, deadline - clock.now()));
      if ('value' in outcome) {
        tell(onResponse, outcome.response);
        return outcome.value;
      }
      const { fault } = outcome;
      if (chargedBy(policy, fault) === 'unknown') charged = 'unknown';
      const error = outcome.toError({ operation, attempts, charged, retryable: sendAgain[policy][fault] });
      const delayMs = error.retryable ? retryDelayMs(config.retry, attempts, config.random, error.retryAfterMs) : undefined;
      if (delayMs === undefined || clock.now() + delayMs >= deadline) throw error;
      tell(hooks.onRetry, { operation, attempt: attempts, delayMs, error });
      await clock.sleep(delayMs, signal);
    }
  } catch (error) {
    tell(hooks.onError, { operation, error });
    throw error;
  }
}

type Outcome = { value: unknown; response: RawResponse } | { fault: Fault; toError: (known: Known) => MountseaError };

async function sendOnce(config: Config, request: RecordedRequest, call: Call, number: number, limitMs: number): Promise<Outcome> {
  const { clock, options: hooks } = config;
  const { signal } = call.options;
  const { url, method, body } = request;
  const { operation } = call;
  const headers = headersOf(request, call);
  let secret = '';
  let sentAt: number | undefined;
  let begun: Response | undefined;
  let response: RawResponse;
  try {
    response = await attempt(clock, limitMs, signal, async (inner) => {
      secret = await config.apiKey();
      tell(hooks.onRequest, { operation, method, url, headers, attempt: number });
      call.authorize(headers, secret);
      inner.throwIfAborted();
      sentAt = clock.now();
      begun = await config.fetch(url, {
        method,
        headers,
        signal: inner,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      return { status: begun.status, headers: begun.headers, text: await begun.text() };
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (isMountseaError(error)) throw error;
    if (!begun || begun.status < 400) {
      const cause = summarize(error, secret);
      const timedOut = error === timeIsOver;
      const sent = sentAt === undefined || (!timedOut && !begun && wasSent(error) === 'no') ? 'no' : 'maybe';
      const fault = sent === 'no' ? 'not-sent' : timedOut ? 'timed-out' : begun ? 'unreadable' : 'lost';
      return { fault, toError: (known) => lossError(fault, timedOut, { ...known, status: begun?.status, cause }) };
    }
    // The status says enough, also when its explanation was cut off.
    response = { status: begun.status, headers: begun.headers, text: '' };
  }
  const { status, text } = response;
  const requestId = requestIdOf(response.headers);
  tell(hooks.onResponse, {
    operation,
    attempt: number,
    status,
    headers: response.headers,
    durationMs: clock.now() - (sentAt ?? clock.now()),
    requestId,
  });
  const json = parseJson(text);
  if (status >= 200 && status < 300) {
    const value = json === undefined && text !== '' ? undefined : call.read(json, response);
    if (value !== undefined) return { value, response };
  }
  const fault = faultOf(status);
  const wait = retryAfterMs(response.headers, clock.now());
  const seen = { status, requestId, retryAfterMs: wait, body: boundedBody(text, secret) };
  return {
    fault,
    toError: (known) =>
      fault === 'unreadable'
        ? unreadableError(text, json !== undefined, { ...known, ...seen })
        : statusError(json, secret, { ...known, ...seen }),
  };
}

function headersOf(request: RecordedRequest, call: Call): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  for (const name in call.options.headers) headers[name.toLowerCase()] = call.options.headers[name] as string;
  return headers;
}

function requestIdOf(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? headers.get('x-trace-id') ?? headers.get('cf-ray') ?? undefined;
}
