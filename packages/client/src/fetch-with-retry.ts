import { backoffMs } from '@mountsea-suno/internal';
import { CallRequest } from './call-request.ts';
import { toError } from './classify-failure.ts';
import type { Config } from './config.ts';
import { type Charged, UsageNotConfiguredError } from './errors.ts';
import { notify } from './hooks.ts';
import type { RequestOptions } from './options.ts';
import type { ResponseBody } from './response-body.ts';
import { chargedAfter, retryOn, retryPolicyOf } from './retry-policies.ts';
import { type Call, type Host, type Success, sendRequest } from './send-request.ts';

/**
 * A `fetch` for openapi-fetch that sends a call's request until it gives a 2xx response, or throws a `MountseaError` that is final. It is given a
 * {@link CallRequest} by the methods of the client and a real `Request` by `client.raw`.
 */
export function fetchWithRetry(config: Config, host: Host): (request: Request) => Promise<Response> {
  const basePath = pathOf(host.baseUrl ?? '');
  return async (request) => {
    const operation = `${request.method} ${pathOf(request.url).slice(basePath.length)}`;
    if (host.baseUrl === undefined) {
      const message = 'The usage API has no address: give usageBaseUrl or set MOUNTSEA_USAGE_BASE_URL.';
      throw new UsageNotConfiguredError(message, { operation });
    }
    const call = callOf(request, operation);
    // A raw call comes as a real request.
    if (!(request instanceof CallRequest)) call.body = (await request.text()) || null;
    const run = async (): Promise<Response> => {
      const { response, body } = await send(config, host, call);
      return request instanceof CallRequest ? withBody(response, body) : unreadResponse(response, body.text);
    };
    return config.hooks.around ? config.hooks.around(call, run) : run();
  };
}

/** The response with its body as it was read and checked, so that openapi-fetch need not parse it again. */
function withBody(response: Response, { json, text }: ResponseBody): Response {
  return Object.assign(response, { json: async () => json, text: async () => text });
}

/** A copy of the response whose body has not been read yet. An empty one loses its `content-length`: unless that is 0, openapi-fetch would parse the body. */
function unreadResponse({ status, statusText, headers }: Response, text: string): Response {
  const unread = new Response(text || null, { status, statusText, headers });
  if (text === '') unread.headers.delete('content-length');
  return unread;
}

/** The path of a URL, without its query. */
function pathOf(url: string): string {
  const host = url.indexOf('//') + 2;
  const path = url.indexOf('/', host);
  const end = url.indexOf('?', host);
  return path < 0 ? '' : url.slice(path, end < 0 ? undefined : end);
}

/** openapi-fetch copies the options of a raw call that are not part of a `RequestInit`, such as `timeoutMs`, onto the `Request`. */
function callOf(request: Request & Omit<RequestOptions, 'headers'>, operation: string): Call {
  const { url, method, headers: requestHeaders } = request;
  const isOurs = request instanceof CallRequest;
  return {
    operation,
    method,
    url,
    headers: {},
    attempts: 0,
    status: undefined,
    policy: retryPolicyOf(operation),
    options: isOurs ? request.options : request,
    requestHeaders,
    body: isOurs ? request.body : null,
    expects: isOurs ? request.expects : undefined,
  };
}

async function send(config: Config, host: Host, call: Call): Promise<Success> {
  const { clock, hooks, retry } = config;
  const { policy, operation, options } = call;
  const deadline = clock.monotonic() + (options.timeoutMs ?? config.timeoutMs);
  let charged: Charged = 'no';
  try {
    for (;;) {
      const attempts = ++call.attempts;
      // The time limit of one attempt leaves time for the next, so the last attempt needs none, and neither does a call that is sent at most once.
      const isLast = policy === 'at-most-once' || attempts >= retry.maxAttempts;
      const leftMs = deadline - clock.monotonic();
      const outcome = await sendRequest(config, host, call, isLast ? leftMs : Math.min(leftMs, retry.attemptTimeoutMs));
      if ('response' in outcome) return outcome;
      if (chargedAfter(policy, outcome.kind) === 'unknown') charged = 'unknown';
      const retryable = retryOn[policy].includes(outcome.kind) && outcome.reason !== 402;
      const error = toError(outcome, { operation, attempts, retryable, charged });
      const delayMs = retryable ? delayBefore(attempts, error.retryAfterMs, config) : undefined;
      if (delayMs === undefined || clock.monotonic() + delayMs >= deadline) throw error;
      notify(hooks.onRetry, { operation, attempt: attempts, delayMs, error });
      await clock.sleep(delayMs, options.signal);
    }
  } catch (error) {
    notify(hooks.onError, { operation, error });
    throw error;
  }
}

/** The wait before the next attempt, in milliseconds; `undefined` when no attempt may follow. */
function delayBefore(attempts: number, retryAfterMs: number | undefined, { retry, random }: Config): number | undefined {
  if (attempts >= retry.maxAttempts) return undefined;
  if (retryAfterMs === undefined) return backoffMs(attempts, retry, random);
  return retryAfterMs <= retry.retryAfterCapMs ? retryAfterMs : undefined;
}
