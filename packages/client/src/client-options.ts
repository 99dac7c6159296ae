import type { Clock } from './clock.ts';
import type { MountseaError } from './errors.ts';

/**
 * What {@link createClient} takes. Everything is optional; without `apiKey` the environment must hold `MOUNTSEA_API_KEY`.
 *
 * @example
 * ```ts
 * import { type ClientOptions, createClient } from '@mountsea-suno/client';
 *
 * const options: ClientOptions = { timeoutMs: 60_000, retry: { maxAttempts: 6 } };
 * await createClient(options).customModel.prepare();
 * ```
 * @example Through a proxy: `new ProxyAgent('http://proxy.example:3128')` in place of the pool.
 * ```ts
 * import { type ClientOptions, createClient } from '@mountsea-suno/client';
 * import { Agent, fetch, type RequestInit } from 'undici';
 *
 * const dispatcher = new Agent({ connections: 8, keepAliveTimeout: 30_000 });
 * const options: ClientOptions = {
 *   fetch: (url, init) => fetch(url, { ...(init as RequestInit), dispatcher }) as Promise<unknown> as Promise<Response>,
 * };
 * await createClient(options).customModel.prepare();
 * await dispatcher.close();
 * ```
 */
export interface ClientOptions extends Hooks {
  /** The API key, or a function that gives it (asked before each request). Default: the environment's `MOUNTSEA_API_KEY`. */
  apiKey?: string | (() => string | Promise<string>);
  /** Default: the environment's `MOUNTSEA_BASE_URL`, else `https://api.mountsea.ai`. */
  baseUrl?: string;
  /**
   * The host of the usage API. Default: the environment's `MOUNTSEA_USAGE_BASE_URL`, else `https://dk.mountsea.ai`, but the latter
   * only while `baseUrl` is the default one too: the key is never sent to a host that you did not name.
   */
  usageBaseUrl?: string;
  /**
   * Sends the requests in place of the platform's `fetch`. It gets the URL as a string and a plain `RequestInit`. With undici's
   * `fetch` and a dispatcher the requests go through a proxy, or share a pool of connections.
   */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** How long a call may take in all, its retries, their waits and the reading of the body included. Default 120,000 ms. */
  timeoutMs?: number;
  /** When to try again; `false`: never. A paid call is sent again only when it is known not to have been accepted. */
  retry?: RetryOptions | false;
  /** Default: the machine's. */
  clock?: Clock;
  /** Numbers in [0, 1) for the jitter of the waits. Default `Math.random`. */
  random?: () => number;
  /** A key in a web page is everybody's key. `true` allows it all the same, for keys that may be public. */
  dangerouslyAllowBrowser?: boolean;
}

/**
 * How failed requests are tried again.
 *
 * @example
 * ```ts
 * import { createClient, type RetryOptions } from '@mountsea-suno/client';
 *
 * const retry: RetryOptions = { maxAttempts: 3, baseMs: 200, retryAfterCapMs: 10_000 };
 * await createClient({ retry }).customModel.prepare();
 * ```
 */
export interface RetryOptions {
  /** Requests per call at most, the first one included. Default 4. */
  maxAttempts?: number;
  /** The first wait is random between 0 and this many milliseconds; each later one may be twice as long. Default 500. */
  baseMs?: number;
  /** No wait is longer, unless the server asks for it. Default 8,000 ms. */
  capMs?: number;
  /** A longer `Retry-After` than this fails at once, with `retryAfterMs` on the error. Default 60,000 ms. */
  retryAfterCapMs?: number;
  /** How long one request may take where another one could follow. Default 30,000 ms. */
  attemptTimeoutMs?: number;
}

/**
 * What every method takes as its last argument.
 *
 * @example
 * ```ts
 * import { createClient, type RequestOptions } from '@mountsea-suno/client';
 *
 * const options: RequestOptions = { signal: AbortSignal.timeout(60_000), timeoutMs: 30_000, headers: { 'x-trace': 'abc' } };
 * await createClient().customModel.prepare(options);
 * ```
 */
export interface RequestOptions {
  /** Ends the call: it rejects with `signal.reason`, and nothing is sent any more. What the server has begun goes on. */
  signal?: AbortSignal;
  /** How long this call may take in all, in milliseconds. Default: the client's `timeoutMs`. */
  timeoutMs?: number;
  /** Further headers of the request. */
  headers?: Record<string, string>;
  /** Is given the raw answer from which the value was read. */
  onResponse?: (response: RawResponse) => void;
}

/**
 * An answer as it came.
 *
 * @example
 * ```ts
 * import { createClient, type RawResponse } from '@mountsea-suno/client';
 *
 * const onResponse = ({ status, text }: RawResponse): void => console.log(status, text);
 * await createClient().customModel.prepare({ onResponse });
 * ```
 */
export interface RawResponse {
  /** The HTTP status. */
  status: number;
  /** The headers of the answer. */
  headers: Headers;
  /** The whole body. Untrusted. */
  text: string;
}

/**
 * Told of what the client does. A hook that throws changes nothing.
 *
 * @example
 * ```ts
 * import { createClient, type Hooks } from '@mountsea-suno/client';
 *
 * const hooks: Hooks = {
 *   onRequest: ({ operation, attempt }) => console.log(operation, attempt),
 *   onRetry: ({ delayMs, error }) => console.log(error.code, delayMs),
 * };
 * await createClient(hooks).customModel.prepare();
 * ```
 */
export interface Hooks {
  /** Before each request. Headers may be added to `headers`; it never holds the API key. */
  onRequest?: (event: RequestEvent) => void;
  /** After each complete answer, of whatever status. */
  onResponse?: (event: ResponseEvent) => void;
  /** Before the wait for another attempt. */
  onRetry?: (event: RetryEvent) => void;
  /** When a call fails for good. */
  onError?: (event: FailureEvent) => void;
  /** Runs each call, in place of the client: it must return what `run` gives, and may look at the call before and after. */
  around?: <T>(call: CallInfo, run: () => Promise<T>) => Promise<T>;
  /** Looks at the JSON of each answer that could be read. What it finds wrong makes the call fail with an `UnexpectedResponseError`. */
  validate?: (answer: Answer) => readonly string[];
}

/**
 * A call while it lasts.
 *
 * @example
 * ```ts
 * import { type CallInfo, createClient } from '@mountsea-suno/client';
 *
 * const around = async <T>(call: CallInfo, run: () => Promise<T>): Promise<T> => {
 *   try {
 *     return await run();
 *   } finally {
 *     console.log(call.operation, call.status, call.attempts);
 *   }
 * };
 * await createClient({ around }).customModel.prepare();
 * ```
 */
export interface CallInfo {
  /** As in `customModel.create`. */
  readonly operation: string;
  /** `GET` or `POST`. */
  readonly method: string;
  /** The full URL. */
  readonly url: string;
  /** Headers for each of its requests, on top of those of its options. */
  headers: Record<string, string>;
  /** How many requests were sent. */
  attempts: number;
  /** The status of the last answer. */
  status: number | undefined;
}

/**
 * An answer of the 2xx class.
 *
 * @example
 * ```ts
 * import { type Answer, createClient } from '@mountsea-suno/client';
 *
 * const validate = ({ operation, body }: Answer): string[] => (body === null ? [`${operation} answered null`] : []);
 * await createClient({ validate }).customModel.prepare();
 * ```
 */
export interface Answer {
  /** As in `customModel.create`. */
  operation: string;
  /** `GET` or `POST`. */
  method: string;
  /** The full URL. */
  url: string;
  /** The JSON of the answer. Untrusted. */
  body: unknown;
}

/**
 * One request is about to be sent.
 *
 * @example
 * ```ts
 * import { createClient, type RequestEvent } from '@mountsea-suno/client';
 *
 * const onRequest = ({ headers }: RequestEvent): void => {
 *   headers['x-trace'] = 'abc';
 * };
 * await createClient({ onRequest }).customModel.prepare();
 * ```
 */
export interface RequestEvent {
  /** As in `customModel.create`. */
  operation: string;
  /** `GET` or `POST`. */
  method: string;
  /** The full URL. */
  url: string;
  /** The headers that go out besides the key; add to them what should be sent too. */
  headers: Record<string, string>;
  /** The JSON text that is sent, if any. */
  body: string | null;
  /** 1 for the first request of a call. */
  attempt: number;
}

/**
 * One answer has come.
 *
 * @example
 * ```ts
 * import { createClient, type ResponseEvent } from '@mountsea-suno/client';
 *
 * const onResponse = ({ operation, status, durationMs }: ResponseEvent): void => console.log(operation, status, durationMs);
 * await createClient({ onResponse }).customModel.prepare();
 * ```
 */
export interface ResponseEvent {
  /** As in `customModel.create`. */
  operation: string;
  /** 1 for the first request of a call. */
  attempt: number;
  /** The HTTP status. */
  status: number;
  /** The headers of the answer. */
  headers: Headers;
  /** The whole body. Untrusted. */
  text: string;
  /** From sending the request to the last byte of the answer, in milliseconds. */
  durationMs: number;
  /** The id of the request at the server. */
  requestId: string | undefined;
}

/**
 * A request failed and will be sent again.
 *
 * @example
 * ```ts
 * import { createClient, type RetryEvent } from '@mountsea-suno/client';
 *
 * const onRetry = ({ operation, attempt, error }: RetryEvent): void => console.log(operation, attempt, error.code);
 * await createClient({ onRetry }).customModel.prepare();
 * ```
 */
export interface RetryEvent {
  /** As in `customModel.create`. */
  operation: string;
  /** The number of the attempt that failed. */
  attempt: number;
  /** How long the client waits before the next one, in milliseconds. */
  delayMs: number;
  /** What the attempt would have ended the call with. */
  error: MountseaError;
}

/**
 * A call failed for good.
 *
 * @example
 * ```ts
 * import { createClient, type FailureEvent } from '@mountsea-suno/client';
 *
 * const onError = ({ operation, error }: FailureEvent): void => console.log(operation, error);
 * await createClient({ onError, apiKey: 'wrong' }).customModel.prepare().catch(() => {});
 * ```
 */
export interface FailureEvent {
  /** As in `customModel.create`. */
  operation: string;
  /** A {@link MountseaError}, or the reason of the caller's abort. */
  error: unknown;
}
