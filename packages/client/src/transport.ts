import { attempt, timeIsOver } from './attempt.ts';
import type { CallInfo, RequestOptions } from './client-options.ts';
import type { Config } from './config.ts';
import { type Charged, isMountseaError } from './errors.ts';
import { toError } from './failure.ts';
import { summarize, wasSent } from './fetch-failure.ts';
import { judge, type Outcome } from './judge.ts';
import type { Read } from './operations.ts';
import { chargedBy, type Policy, sendAgainAfter } from './policy.ts';
import { retryDelayMs } from './retry-delay.ts';
import { tell } from './tell.ts';

/** One call of a method, with all its attempts. */
export interface Call extends CallInfo {
  policy: Policy;
  options: RequestOptions;
  body: string | null;
  /** The header in which this host wants to be shown the key, and what stands before it there. */
  keyHeader: string;
  keyPrefix: string;
  read: Read;
}

/** Sends the request of a call until it gives a value, or an error that is final. */
export async function send(config: Config, call: Call): Promise<unknown> {
  const { clock, options: hooks, retry, random } = config;
  const { policy, operation, options } = call;
  const deadline = clock.now() + (options.timeoutMs ?? config.timeoutMs);
  let charged: Charged = 'no';
  try {
    for (;;) {
      const attempts = ++call.attempts;
      // The limit of an attempt leaves time for another one, so the last one and that of a call that is sent once need none.
      const limitMs = policy === 'once' || attempts >= retry.maxAttempts ? Infinity : retry.attemptTimeoutMs;
      const outcome = await sendOnce(config, call, Math.min(limitMs, deadline - clock.now()));
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

async function sendOnce(config: Config, call: Call, limitMs: number): Promise<Outcome> {
  const { clock, options: hooks } = config;
  const { operation, url, method, body, options } = call;
  const { signal } = options;
  let secret = '';
  let sentAt = 0;
  let begun: Response | undefined;
  let text = '';
  try {
    text = await attempt(clock, limitMs, signal, async (inner) => {
      const key = config.apiKey();
      secret = typeof key === 'string' ? key : await key;
      const headers: Record<string, string> = { accept: 'application/json', ...call.headers };
      if (body !== null) headers['content-type'] = 'application/json';
      for (const name in options.headers) headers[name.toLowerCase()] = options.headers[name] as string;
      let sent = headers;
      if (hooks.onRequest) {
        tell(hooks.onRequest, { operation, method, url, headers, body, attempt: call.attempts });
        // A hook that keeps the headers must not come to hold the key.
        sent = { ...headers };
      }
      sent[call.keyHeader] = call.keyPrefix + secret;
      inner.throwIfAborted();
      sentAt = clock.now();
      begun = await config.fetch(url, { method, headers: sent, body, signal: inner, redirect: 'manual' });
      return begun.text();
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (isMountseaError(error)) throw error;
    // A refusal says enough, also when its explanation was cut off.
    if (!begun || begun.status < 400) {
      const seen = { cause: summarize(error, secret), status: begun?.status };
      if (error === timeIsOver) return { fault: sentAt ? 'timed-out' : 'not-sent', kind: 'timed-out', what: 'timed out', seen };
      if (begun) return { fault: 'unreadable', what: 'answer cut off', seen };
      if (wasSent(error)) return { fault: 'lost', what: 'connection lost', seen };
      return { fault: 'not-sent', what: 'not reached', seen: { ...seen, sent: 'no' } };
    }
  }
  const { status, headers } = begun as Response;
  return judge(config, call, { status, headers, text }, secret, clock.now() - sentAt);
}
