import type { Clock } from './clock.ts';
import type { MountseaError } from './errors.ts';

/** What {@link createClient} takes. Everything is optional; without `apiKey` the environment must hold `MOUNTSEA_API_KEY`. */
export interface ClientOptions extends Hooks {
  /** The API key, or a function that gives it (asked once per call). Default: the environment's `MOUNTSEA_API_KEY`. */
  apiKey?: string | (() => string | Promise<string>);
  /** Default: the environment's `MOUNTSEA_BASE_URL`, else `https://api.mountsea.ai`. */
  baseUrl?: string;
  /**
   * The host of the usage API. Default: the environment's `MOUNTSEA_USAGE_BASE_URL`, else `https://dk.mountsea.ai`, but the latter
   * only while `baseUrl` is the default one too: the key is never sent to a host that you did not name.
   */
  usageBaseUrl?: string;
  /** Sends the requests in place of the platform's `fetch`. It gets the URL as a string and a plain `RequestInit`. */
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

/** How failed requests are tried again. */
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

/** What every method takes as its last argument. */
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

/** An answer as it came. */
export interface RawResponse {
  /** The HTTP status. */
  status: number;
  /** The headers of the answer. */
  headers: Headers;
  /** The whole body. Untrusted. */
  text: string;
}

/** Told of what the client does. A hook that throws changes nothing. */
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

/** A call while it lasts. */
export interface CallInfo {
  /** As in `customModel.create`. */
  readonly operation: string;
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

/** An answer of the 2xx class. */
export interface Answer {
  operation: string;
  method: string;
  /** The full URL. */
  url: string;
  /** The JSON of the answer. Untrusted. */
  body: unknown;
}

/** One request is about to be sent. */
export interface RequestEvent {
  /** As in `customModel.create`. */
  operation: string;
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

/** One answer has come. */
export interface ResponseEvent {
  operation: string;
  attempt: number;
  status: number;
  headers: Headers;
  /** The whole body. Untrusted. */
  text: string;
  /** From sending the request to the last byte of the answer, in milliseconds. */
  durationMs: number;
  /** The id of the request at the server. */
  requestId: string | undefined;
}

/** A request failed and will be sent again. */
export interface RetryEvent {
  operation: string;
  /** The number of the attempt that failed. */
  attempt: number;
  /** How long the client waits before the next one, in milliseconds. */
  delayMs: number;
  error: MountseaError;
}

/** A call failed for good. */
export interface FailureEvent {
  operation: string;
  /** A {@link MountseaError}, or the reason of the caller's abort. */
  error: unknown;
}
