const brand: unique symbol = Symbol.for('@mountsea-suno/error') as never;

/**
 * What is known of the credits of a failed call: `no`: it was never sent, or the API refused it; `yes`: it was charged;
 * `unknown`: it was sent and the answer was lost.
 *
 * @example
 * ```ts
 * import { createClient, isMountseaError, type Charged } from '@mountsea-suno/client';
 *
 * let charged: Charged = 'no';
 * try {
 *   await createClient().customModel.create({ sessionId: 'no-such-session', clipIds: [], name: 'v6Pro' });
 * } catch (error) {
 *   if (isMountseaError(error)) charged = error.charged;
 * }
 * if (charged === 'unknown') throw new Error('look at the ledger before creating again');
 * ```
 */
export type Charged = 'no' | 'yes' | 'unknown';

/**
 * What an error is made of, for those who throw their own kind of {@link MountseaError}.
 *
 * @example
 * ```ts
 * import { MountseaError, type MountseaErrorInit } from '@mountsea-suno/client';
 *
 * const init: MountseaErrorInit = { operation: 'tasks.get', retryable: false };
 * const error = new MountseaError('my_own_code', 'The task is not ours.', init);
 * if (error.charged !== 'no') throw error;
 * ```
 */
export interface MountseaErrorInit {
  /** The method that failed, as in `customModel.create`. */
  operation?: string | undefined;
  /** The HTTP status of the answer. */
  status?: number | undefined;
  /** The id of the request at the server, to name in a support request. */
  requestId?: string | undefined;
  /** How many requests were sent. Default 0. */
  attempts?: number | undefined;
  /** The same call may succeed later. Default false. */
  retryable?: boolean | undefined;
  /** Default `no`. */
  charged?: Charged | undefined;
  /** How long the server asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** What the server said, one message per fault. */
  messages?: readonly string[];
  /** What the server sent: parsed JSON or text, cut to 2,000 characters, without the API key and the queries of URLs. */
  body?: unknown;
  /** Of a request without an answer: whether the server may have received it. */
  sent?: 'no' | 'maybe';
  /** The id with which an interrupted training can be resumed. */
  resumeId?: string | undefined;
  /** What led to it. */
  cause?: unknown;
}

/**
 * Every error of the client and the workflow. Branch on `code`: it is stable, and it works where two copies of the package
 * are installed, unlike `instanceof`.
 *
 * @example
 * ```ts
 * import { createClient, isMountseaError } from '@mountsea-suno/client';
 *
 * try {
 *   await createClient({ apiKey: 'wrong' }).tasks.get('15c257ff-43f7-4678-bd41-202ad6b8488b');
 * } catch (error) {
 *   if (!isMountseaError(error) || error.code !== 'authentication_failed') throw error;
 * }
 * ```
 */
export class MountseaError extends Error {
  override name = 'MountseaError';
  /** Stable, for programs: `rate_limited`, `insufficient_credits`, … */
  declare readonly code: string;
  /** The method that failed, as in `customModel.create`. */
  declare readonly operation: string | undefined;
  /** The HTTP status of the answer, when there was one. */
  declare readonly status: number | undefined;
  /** The id of the request at the server, to name in a support request. */
  declare readonly requestId: string | undefined;
  /** How many requests were sent. */
  declare readonly attempts: number;
  /** The same call may succeed later. */
  declare readonly retryable: boolean;
  /** Whether credits were charged. */
  declare readonly charged: Charged;
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** What the server said, one message per fault. Untrusted. */
  declare readonly messages: readonly string[];
  /** What the server sent: parsed JSON or text, cut to 2,000 characters, without the API key and the queries of URLs. Untrusted. */
  declare readonly body: unknown;
  /** The id with which an interrupted training can be resumed. */
  declare readonly resumeId: string | undefined;

  static {
    // biome-ignore lint/complexity/noThisInStatic: the class has no other name yet
    (this.prototype as { [brand]?: true })[brand] = true;
  }

  constructor(code: string, message: string, { cause, ...facts }: MountseaErrorInit = {}) {
    super(message, cause === undefined ? {} : { cause });
    Object.assign(this, { attempts: 0, retryable: false, charged: 'no', messages: [] }, facts, { code });
  }
}

/**
 * Whether a thrown value is one of ours, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isMountseaError, MountseaError } from '@mountsea-suno/client';
 *
 * const error: unknown = new MountseaError('rate_limited', 'Too many calls.');
 * if (!isMountseaError(error)) throw error;
 * ```
 */
export function isMountseaError(error: unknown): error is MountseaError {
  return typeof error === 'object' && error !== null && brand in error;
}

/**
 * The API does not know the key (401). Check `apiKey` or `MOUNTSEA_API_KEY`.
 *
 * @example
 * ```ts
 * import { AuthenticationError, createClient } from '@mountsea-suno/client';
 *
 * const error = await createClient({ apiKey: 'wrong' }).customModel.prepare().catch((it: unknown) => it);
 * if (!(error instanceof AuthenticationError)) throw error;
 * console.log(error.code, error.status);
 * ```
 */
export class AuthenticationError extends MountseaError {
  override name = 'AuthenticationError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('authentication_failed', message, init);
  }
}

/**
 * The key may not do this (403).
 *
 * @example
 * ```ts
 * import { isMountseaError, PermissionError } from '@mountsea-suno/client';
 *
 * const error: unknown = new PermissionError('what happened');
 * if (!isMountseaError(error) || error.code !== 'permission_denied') throw error;
 * ```
 */
export class PermissionError extends MountseaError {
  override name = 'PermissionError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('permission_denied', message, init);
  }
}

/**
 * The account's credits do not suffice (402, or a refusal that says so).
 *
 * @example
 * ```ts
 * import { InsufficientCreditsError, isMountseaError } from '@mountsea-suno/client';
 *
 * const error: unknown = new InsufficientCreditsError('what happened');
 * if (!isMountseaError(error) || error.code !== 'insufficient_credits') throw error;
 * ```
 */
export class InsufficientCreditsError extends MountseaError {
  override name = 'InsufficientCreditsError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('insufficient_credits', message, init);
  }
}

/**
 * The API does not know the id or the path (404).
 *
 * @example
 * ```ts
 * import { isMountseaError, NotFoundError } from '@mountsea-suno/client';
 *
 * const error: unknown = new NotFoundError('what happened');
 * if (!isMountseaError(error) || error.code !== 'not_found') throw error;
 * ```
 */
export class NotFoundError extends MountseaError {
  override name = 'NotFoundError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('not_found', message, init);
  }
}

/**
 * The API refused the parameters (another 4xx); `messages` says which.
 *
 * @example
 * ```ts
 * import { createClient, ValidationError } from '@mountsea-suno/client';
 *
 * const body = { sessionId: 'no-uuid', clipIds: [], name: '' };
 * const error = await createClient().customModel.create(body).catch((it: unknown) => it);
 * if (!(error instanceof ValidationError)) throw error;
 * console.log(error.messages);
 * ```
 */
export class ValidationError extends MountseaError {
  override name = 'ValidationError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('validation_failed', message, init);
  }
}

/**
 * The call conflicts with the state at the server (409).
 *
 * @example
 * ```ts
 * import { ConflictError, isMountseaError } from '@mountsea-suno/client';
 *
 * const error: unknown = new ConflictError('what happened');
 * if (!isMountseaError(error) || error.code !== 'conflict') throw error;
 * ```
 */
export class ConflictError extends MountseaError {
  override name = 'ConflictError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('conflict', message, init);
  }
}

/**
 * Too many calls (429); `retryAfterMs` says how long to wait when the server said so.
 *
 * @example
 * ```ts
 * import { isMountseaError, RateLimitError } from '@mountsea-suno/client';
 *
 * const error: unknown = new RateLimitError('what happened');
 * if (!isMountseaError(error) || error.code !== 'rate_limited') throw error;
 * ```
 */
export class RateLimitError extends MountseaError {
  override name = 'RateLimitError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('rate_limited', message, init);
  }
}

/**
 * The server failed (5xx).
 *
 * @example
 * ```ts
 * import { isMountseaError, ServerError } from '@mountsea-suno/client';
 *
 * const error: unknown = new ServerError('what happened');
 * if (!isMountseaError(error) || error.code !== 'server_error') throw error;
 * ```
 */
export class ServerError extends MountseaError {
  override name = 'ServerError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('server_error', message, init);
  }
}

/**
 * No answer: the server was not reached, or the connection broke. `sent` tells which.
 *
 * @example
 * ```ts
 * import { ConnectionError, createClient } from '@mountsea-suno/client';
 *
 * const client = createClient({ baseUrl: 'http://127.0.0.1:9', retry: false });
 * const error = await client.customModel.prepare().catch((it: unknown) => it);
 * if (!(error instanceof ConnectionError)) throw error;
 * console.log(error.sent, error.charged);
 * ```
 */
export class ConnectionError extends MountseaError {
  override name = 'ConnectionError';

  /** `no`: the request never left, so it is safe to send again. `maybe`: the server may have acted on it. */
  declare readonly sent: 'no' | 'maybe';
  constructor(message: string, init?: MountseaErrorInit) {
    super('connection_failed', message, { sent: 'maybe', ...init });
  }
}

/**
 * No complete answer within `timeoutMs`.
 *
 * @example
 * ```ts
 * import { createClient, TimeoutError } from '@mountsea-suno/client';
 *
 * const fetch = (): Promise<Response> => new Promise(() => {});
 * const error = await createClient({ fetch }).customModel.prepare({ timeoutMs: 10 }).catch((it: unknown) => it);
 * if (!(error instanceof TimeoutError)) throw error;
 * ```
 */
export class TimeoutError extends MountseaError {
  override name = 'TimeoutError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('timed_out', message, init);
  }
}

/**
 * An answer that is not the API's: HTML, empty, cut off, a redirect, or without a field that the contract promises.
 *
 * @example
 * ```ts
 * import { createClient, UnexpectedResponseError } from '@mountsea-suno/client';
 *
 * const fetch = async (): Promise<Response> => new Response('<html>Log in</html>');
 * const client = createClient({ fetch, retry: false });
 * const error = await client.customModel.prepare().catch((it: unknown) => it);
 * if (!(error instanceof UnexpectedResponseError)) throw error;
 * console.log(error.body);
 * ```
 */
export class UnexpectedResponseError extends MountseaError {
  override name = 'UnexpectedResponseError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('unexpected_response', message, init);
  }
}

/**
 * The client was set up wrongly: no API key, a bad URL, or a browser. Nothing was sent.
 *
 * @example
 * ```ts
 * import { ConfigurationError, createClient } from '@mountsea-suno/client';
 *
 * try {
 *   createClient({ baseUrl: 'nonsense' });
 * } catch (error) {
 *   if (!(error instanceof ConfigurationError)) throw error;
 * }
 * ```
 */
export class ConfigurationError extends MountseaError {
  override name = 'ConfigurationError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('configuration', message, init);
  }
}

/**
 * A usage call without a usage host: with a `baseUrl` of your own, name the `usageBaseUrl` too. Nothing was sent.
 *
 * @example
 * ```ts
 * import { UsageNotConfiguredError } from '@mountsea-suno/client';
 *
 * const error = new UsageNotConfiguredError('Give usageBaseUrl.');
 * console.log(error.code);
 * ```
 */
export class UsageNotConfiguredError extends MountseaError {
  override name = 'UsageNotConfiguredError';

  constructor(message: string, init?: MountseaErrorInit) {
    super('usage_not_configured', message, init);
  }
}
