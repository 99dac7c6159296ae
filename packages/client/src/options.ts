import type { Clock } from '@mountsea-suno/internal';
import type { Hooks } from './hooks.ts';

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
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Default: the environment's `MOUNTSEA_BASE_URL`, else `https://api.mountsea.ai`. */
  baseUrl?: string | undefined;
  /**
   * The host of the usage API. Default: the environment's `MOUNTSEA_USAGE_BASE_URL`, else `https://dk.mountsea.ai`, but the latter
   * only while `baseUrl` is the default one too: the key is never sent to a host that you did not name.
   */
  usageBaseUrl?: string | undefined;
  /**
   * Sends the requests in place of the platform's `fetch`. It gets the URL as a string and a plain `RequestInit` whose body is a string. With
   * undici's `fetch` and a dispatcher the requests go through a proxy, or share a pool of connections.
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Says that your own `fetch` sends a request at most once, whatever happens, so that its error for a connection that was never established proves
   * that nothing was sent. Without it, a paid call that fails in your `fetch` is never sent again, and its `charged` is `unknown`. Default false.
   */
  fetchSendsOnce?: boolean | undefined;
  /** How long a call may take in all, its retries, their waits and the reading of the response included. Default 120,000 ms. */
  timeoutMs?: number | undefined;
  /** The largest response that is read, in bytes after decompression. Default 8 MiB (8,388,608). */
  maxResponseBytes?: number | undefined;
  /** When to try again; `false`: never. A paid call is sent again only when it is known never to have left. */
  retry?: RetryOptions | false | undefined;
  /** Default: the clock of the machine. */
  clock?: Clock | undefined;
  /** Numbers in [0, 1) for the jitter of the waits. Default `Math.random`. */
  random?: (() => number) | undefined;
  /** A key in a web page is everybody's key. `true` allows it all the same, for keys that may be public. */
  dangerouslyAllowBrowser?: boolean | undefined;
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
  maxAttempts?: number | undefined;
  /** The first wait is random between 0 and this many milliseconds; each later one may be twice as long. Default 500. */
  baseMs?: number | undefined;
  /** No wait is longer, unless the server asks for it. Default 8,000 ms. */
  capMs?: number | undefined;
  /** A longer `Retry-After` than this fails at once, with `retryAfterMs` on the error. Default 60,000 ms. */
  retryAfterCapMs?: number | undefined;
  /** How long one request may take where another one could follow. Default 30,000 ms. */
  attemptTimeoutMs?: number | undefined;
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
  signal?: AbortSignal | undefined;
  /** How long this call may take in all, in milliseconds. Default: the client's `timeoutMs`. */
  timeoutMs?: number | undefined;
  /** Further headers of the request. */
  headers?: Record<string, string> | undefined;
  /**
   * Called last, right before a request leaves: key, hooks and headers are final, and nothing else is awaited. When it throws or rejects, the
   * request is not sent, and the call rejects with its reason and is not tried again.
   */
  beforeSend?: ((request: OutgoingRequest) => void | Promise<void>) | undefined;
  /** Called with the response from which the value was read. */
  onResponse?: ((response: RawResponse) => void) | undefined;
}

/** A request that is about to leave. */
export interface OutgoingRequest {
  /** As in `POST /suno/v2/customModel/create`. */
  readonly operation: string;
  /** 1 for the first request of a call. */
  readonly attempt: number;
}

/** A response as it came. */
export interface RawResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: Headers;
  /** The whole body, without the API key. Untrusted. */
  readonly text: string;
  /** When the server answered, by its own clock (its `Date` header), in milliseconds since the epoch. */
  readonly serverTime: number | undefined;
}
