import type { MountseaError } from './errors.ts';

/**
 * Functions that are called with what the client does. An `on…` hook that throws changes nothing; `around` decides what its call gives.
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
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** After each complete response, of whatever status. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Before the wait for another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** When a call fails for good. */
  onError?: ((event: FailureEvent) => void) | undefined;
  /** Wraps each call: it must return what `run` gives, and may do something before and after. */
  around?: (<T>(call: CallInfo, run: () => Promise<T>) => Promise<T>) | undefined;
}

/** A call while it lasts. */
export interface CallInfo {
  /** As in `POST /suno/v2/customModel/create`. */
  readonly operation: string;
  /** `GET` or `POST`. */
  readonly method: string;
  /** The full URL. */
  readonly url: string;
  /** Headers for each of its requests, in addition to those of its options. */
  headers: Record<string, string>;
  /** How many requests were sent. */
  attempts: number;
  /** The status of the last response. */
  status: number | undefined;
}

/** One request is about to be sent. */
export interface RequestEvent {
  /** As in `POST /suno/v2/customModel/create`. */
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

/** One response has come. */
export interface ResponseEvent {
  /** As in `POST /suno/v2/customModel/create`. */
  operation: string;
  /** 1 for the first request of a call. */
  attempt: number;
  /** The HTTP status. */
  status: number;
  /** The headers of the response. */
  headers: Headers;
  /** The whole body, without the API key. Untrusted. */
  text: string;
  /** From sending the request to the last byte of the response, in milliseconds. */
  durationMs: number;
  /** The id of the request at the server. */
  requestId: string | undefined;
  /** When the server answered, by its own clock (its `Date` header), in milliseconds since the epoch. */
  serverTime: number | undefined;
}

/** A request failed and will be sent again. */
export interface RetryEvent {
  /** As in `POST /suno/v2/customModel/create`. */
  operation: string;
  /** The number of the attempt that failed. */
  attempt: number;
  /** How long the client waits before the next one, in milliseconds. */
  delayMs: number;
  /** The error that the call would have thrown if this attempt had been its last. */
  error: MountseaError;
}

/** A call failed for good. */
export interface FailureEvent {
  /** As in `POST /suno/v2/customModel/create`. */
  operation: string;
  /** A {@link MountseaError}, or the reason of the caller's abort. */
  error: unknown;
}

/** Calls a hook. What it throws, or rejects with, is dropped: a paid call must not be lost over it. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  if (!hook) return;
  try {
    const result = hook(event);
    if (result instanceof Promise) result.catch(() => {});
  } catch {}
}
