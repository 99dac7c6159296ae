import { attempt, timeIsOver } from './attempt.ts';
import type { RawResponse, RequestOptions } from './client-options.ts';
import type { Config } from './config.ts';
import { type Charged, isMountseaError } from './errors.ts';
import { type Kind, type Known, lacksCredits, readMessages, toError } from './failure.ts';
import { summarize, wasSent } from './fetch-failure.ts';
import { chargedBy, type Fault, faultOf, type Policy, sendAgainAfter } from './policy.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { boundedBody, parseJson, plainText } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';
import { retryDelayMs } from './retry-delay.ts';
import { tell } from './tell.ts';

/** One call of a method, with all its attempts. */
export interface Call {
  operation: string;
  policy: Policy;
  options: RequestOptions;
  /** Adds the key to the headers, as this host wants to be shown it. */
  authorize: (headers: Record<string, string>, key: string) => void;
  /** Takes the value from an answer of the 2xx class; `undefined` when the answer is off the contract. */
  read: (body: unknown, response: RawResponse) => unknown;
}

/** Sends the request of a call until it gives a value, or an error that is final. */
export async function send(config: Config, request: RecordedRequest, call: Call): Promise<unknown> {
  const { clock, options: hooks, retry, random } = config;
  const { policy, operation, options } = call;
  const deadline = clock.now() + (options.timeoutMs ?? config.timeoutMs);
  let charged: Charged = 'no';
  try {
    for (let attempts = 1; ; attempts++) {
      // The limit of an attempt leaves time for another one, so the last one and that of a paid call need none.
      const limitMs = policy === 'paid' || attempts >= retry.maxAttempts ? Infinity : retry.attemptTimeoutMs;
      const outcome = await sendOnce(config, request, call, attempts, Math.min(limitMs, deadline - clock.now()));
      if ('value' in outcome) {
        tell(options.onResponse, outcome.response);
        return outcome.value;
      }
      const { fault, kind = fault, what, seen } = outcome;
      if (chargedBy(policy, fault) === 'unknown') charged = 'unknown';
      const retryable = sendAgainAfter[policy].includes(fault);
      const error = toError(kind, what, { operation, attempts, retryable, charged, ...seen });
      const delayMs = retryable ? retryDelayMs(retry, attempts, random, seen.retryAfterMs) : undefined;
      if (delayMs === undefined || clock.now() + delayMs >= deadline) throw error;
      tell(hooks.onRetry, { operation, attempt: attempts, delayMs, error });
      await clock.sleep(delayMs, options.signal);
    }
  } catch (error) {
    tell(hooks.onError, { operation, error });
    throw error;
  }
}

type Outcome = { value: unknown; response: RawResponse } | { fault: Fault; kind?: Kind; what: string; seen: Partial<Known> };

async function sendOnce(config: Config, request: RecordedRequest, call: Call, number: number, limitMs: number): Promise<Outcome> {
  const { clock, options: hooks } = config;
  const { operation } = call;
  const { signal, headers: extra } = call.options;
  const { url, method, body } = request;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  for (const name in extra) headers[name.toLowerCase()] = extra[name] as string;
  let secret = '';
  let sentAt: number | undefined;
  let begun: Response | undefined;
  let text = '';
  try {
    text = await attempt(clock, limitMs, signal, async (inner) => {
      secret = await config.apiKey();
      tell(hooks.onRequest, { operation, method, url, headers, attempt: number });
      inner.throwIfAborted();
      call.authorize(headers, secret);
      sentAt = clock.now();
      begun = await config.fetch(url, { method, headers, body: body ?? null, signal: inner, redirect: 'manual' });
      return begun.text();
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (isMountseaError(error)) throw error;
    // A refusal says enough, also when its explanation was cut off.
    if (!begun || begun.status < 400) {
      const cause = summarize(error, secret);
      if (error === timeIsOver)
        return {
          fault: sentAt ? 'timed-out' : 'not-sent',
          kind: 'timed-out',
          what: 'timed out',
          seen: { cause },
        };
      if (begun) return { fault: 'unreadable', what: 'answer cut off', seen: { cause, status: begun.status } };
      const sent = wasSent(error);
      return sent === 'no'
        ? { fault: 'not-sent', what: 'server not reached', seen: { cause, sent } }
        : { fault: 'lost', what: 'connection lost', seen: { cause, sent } };
    }
  }
  const { status, headers: answered } = begun as Response;
  const response: RawResponse = { status, headers: answered, text };
  const requestId = plainText(answered.get('x-request-id') ?? answered.get('x-trace-id') ?? '', secret) || undefined;
  const durationMs = clock.now() - (sentAt ?? 0);
  tell(hooks.onResponse, { operation, attempt: number, status, headers: answered, durationMs, requestId });
  const json = parseJson(text);
  if (status >= 200 && status < 300 && (json !== undefined || text === '')) {
    const value = call.read(json, response);
    if (value !== undefined) return { value, response };
  }
  const messages = readMessages(json, secret);
  const seen = {
    status,
    requestId,
    messages,
    retryAfterMs: retryAfterMs(answered, clock.now()),
    body: boundedBody(text, json, secret),
  };
  const fault = faultOf(status);
  if (fault === 'unreadable') {
    return { fault, what: `HTTP ${status}, ${json === undefined ? 'not JSON' : 'off the contract'}`, seen };
  }
  const said = messages.join('; ').replace(/[.!]$/, '');
  const what = said ? `HTTP ${status}, ${said}` : `HTTP ${status}`;
  if (status < 500 && lacksCredits(said)) return { fault: 'refused', kind: 402, what, seen };
  return { fault, kind: fault === 'refused' ? (status as Kind) : fault, what, seen };
}
