import type { RawResponse } from './client-options.ts';
import type { Config } from './config.ts';
import { type Kind, type Known, lacksCredits, readMessages } from './failure.ts';
import { type Fault, faultOf } from './policy.ts';
import { boundedBody, parseJson, plainText } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';
import { tell } from './tell.ts';
import type { Call } from './transport.ts';

/** What became of one request: a value, or a fault with what is known of it. */
export type Outcome =
  | { value: unknown; response: RawResponse }
  | { fault: Fault; kind?: Kind; what: string; seen: Partial<Known> };

/** Takes the value from a complete answer, or says what is wrong with it. */
export function judge(config: Config, call: Call, response: RawResponse, secret: string, durationMs: number): Outcome {
  const { clock, options: hooks } = config;
  const { operation, method, url, attempts } = call;
  const { status, headers, text } = response;
  call.status = status;
  const requestId = (): string | undefined => plainText(headers.get('x-request-id') ?? '', secret) || undefined;
  if (hooks.onResponse) {
    tell(hooks.onResponse, { ...response, operation, attempt: attempts, durationMs, requestId: requestId() });
  }
  const json = valueWithoutSecret(parseJson(text), secret);
  const fault = faultOf(status);
  let kind: Kind = fault;
  let what = `HTTP ${status}`;
  let messages: readonly string[] = [];
  if (fault === 'unreadable') {
    if (status >= 200 && status < 300 && (json !== undefined || text === '')) {
      const value = call.read(json, response, clock.now());
      if (value !== undefined) {
        messages = hooks.validate?.({ operation, method, url, body: json }) ?? messages;
        if (messages.length === 0) return { value, response };
      }
    }
    what += json === undefined ? ', not JSON' : ', off the contract';
  } else {
    messages = readMessages(json, secret);
    if (status < 500 && lacksCredits(`${messages}`)) kind = 402;
    else if (fault === 'refused') kind = status as Kind;
  }
  if (messages.length > 0) what += `: ${messages.join('; ').replace(/[.!]$/, '')}`;
  return {
    fault: kind === 402 ? 'refused' : fault,
    kind,
    what,
    seen: {
      status,
      requestId: requestId(),
      messages,
      retryAfterMs: retryAfterMs(headers, clock.now()),
      body: boundedBody(text, json, secret),
    },
  };
}

/** A value from JSON without the secret in any of its texts, also where the JSON had spelled it with escapes. A shorter key would garble too much. */
function valueWithoutSecret(value: unknown, secret: string): unknown {
  if (value === undefined || secret.length < 8) return value;
  const text = JSON.stringify(value);
  return text.includes(secret) ? JSON.parse(text.replaceAll(secret, '[redacted]')) : value;
}
