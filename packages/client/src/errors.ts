const brand: unique symbol = Symbol.for('@mountsea-suno/error') as never;

/**
 * Whether a failed call was charged. `no`: the request never left, or the API says that it refused it (only the session or the ledger proves that);
 * `yes`: it was charged; `unknown`: the request was sent, and nothing says what became of it.
 */
export type Charged = 'no' | 'yes' | 'unknown';

/** The class of error that each code of the client stands for. */
export interface ClientErrors {
  /** 401: the API does not know the key. */
  authentication_failed: AuthenticationError;
  /** 403: the key may not do this. */
  permission_denied: PermissionError;
  /** 402, or a refusal that says so. */
  insufficient_credits: InsufficientCreditsError;
  /** 404: the API does not know the id or the path. */
  not_found: NotFoundError;
  /** Another 4xx: the API refused the parameters. */
  validation_failed: ValidationError;
  /** 409: the call conflicts with the state at the server. */
  conflict: ConflictError;
  /** 429: too many calls. */
  rate_limited: RateLimitError;
  /** 5xx or 408. */
  server_error: ServerError;
  /** There was no response. */
  connection_failed: ConnectionError;
  /** The response was not complete in time. */
  timed_out: TimeoutError;
  /** The response was not one of the API. */
  unexpected_response: UnexpectedResponseError;
  /** The client is set up wrongly. */
  configuration: ConfigurationError;
  /** The usage API has no address. */
  usage_not_configured: UsageNotConfiguredError;
  /** An argument is not what it has to be. */
  invalid_argument: InvalidArgumentError;
}

/** The class of error that each code stands for. Packages with their own errors add them here by declaration merging. */
export interface MountseaErrors extends ClientErrors {}

/** The code of an error: stable, and the same in every copy of the package. */
export type ErrorCode = keyof MountseaErrors;

type Fact = Exclude<keyof MountseaError, keyof Error | 'code' | 'toJSON'>;

/** The fields of a new error, all of them optional, and what caused it. */
export type MountseaErrorInit = { [Name in Fact]?: MountseaError[Name] | undefined } & {
  /** Only for a request without a response: whether the server may have received it. */
  sent?: ConnectionError['sent'] | undefined;
  /** What led to the error. */
  cause?: unknown;
};

/**
 * Every error of the client and of the packages that build on it. Branch on `code`: it is stable, and unlike `instanceof` it works where two copies
 * of the package are installed. No error holds the API key.
 *
 * @example
 * ```ts
 * import { createClient, MountseaError } from '@mountsea-suno/client';
 *
 * const error = await createClient({ apiKey: 'wrong' }).usage.credits().catch((it: unknown) => it);
 * if (!(error instanceof MountseaError)) throw error;
 * console.log(error.code, error.charged, JSON.stringify(error));
 * ```
 */
export abstract class MountseaError extends Error {
  /** Stable, for programs: `rate_limited`, `insufficient_credits`, … */
  abstract readonly code: ErrorCode;
  /** The operation that failed, as in `POST /suno/v2/customModel/create`. */
  declare readonly operation: string | undefined;
  /** The HTTP status of the response, when there was one. */
  declare readonly status: number | undefined;
  /** The id of the request at the server, to name in a support request. */
  declare readonly requestId: string | undefined;
  /** When the server answered, by its own clock (its `Date` header), in milliseconds since the epoch. */
  declare readonly serverTime: number | undefined;
  /** How many requests were sent. */
  declare readonly attempts: number;
  /** Whether the same call may succeed later. */
  declare readonly retryable: boolean;
  /** Whether credits were charged. */
  declare readonly charged: Charged;
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** The server's own messages, one for each thing that is wrong. Untrusted. */
  declare readonly messages: readonly string[];
  /** What the server sent: parsed JSON or text, cut to 2,000 characters, without the API key and the queries of URLs. Untrusted. */
  declare readonly body: unknown;
  /** The id with which an interrupted training can be resumed. */
  declare readonly resumeId: string | undefined;

  static {
    // biome-ignore lint/complexity/noThisInStatic: the class has no other name yet
    (this.prototype as { [brand]?: true })[brand] = true;
  }

  constructor(message: string, { cause, ...facts }: MountseaErrorInit = {}) {
    super(message, cause === undefined ? {} : { cause });
    Object.assign(this, { attempts: 0, retryable: false, charged: 'no', messages: [] }, facts);
  }

  /** The error as plain data: its name, its message and what it knows, without the stack and the cause. */
  toJSON(): Record<string, unknown> {
    const { name, message, ...facts } = this;
    return { name, message, ...facts };
  }
}

/**
 * Whether a thrown value is an error of the client or of a package that builds on it, also when it comes from another copy of the package. A `switch`
 * over its `code` then knows the fields of each error.
 *
 * @example
 * ```ts
 * import { createClient, isMountseaError } from '@mountsea-suno/client';
 *
 * const error: unknown = await createClient({ apiKey: 'wrong' }).usage.credits().catch((it: unknown) => it);
 * if (!isMountseaError(error)) throw error;
 * switch (error.code) {
 *   case 'connection_failed':
 *     console.log(error.sent === 'no' ? 'never left' : 'may have arrived');
 *     break;
 *   default:
 *     console.log(error.code, error.charged, error.message);
 * }
 * ```
 */
export function isMountseaError(error: unknown): error is MountseaErrors[ErrorCode] {
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
  override readonly name = 'AuthenticationError';
  override readonly code = 'authentication_failed';
}

/**
 * The key may not do this (403).
 *
 * @example
 * ```ts
 * import { createClient, PermissionError } from '@mountsea-suno/client';
 *
 * const fetch = async (): Promise<Response> => new Response('{"message":"not on your plan"}', { status: 403 });
 * const error = await createClient({ fetch }).customModel.prepare().catch((it: unknown) => it);
 * if (!(error instanceof PermissionError)) throw error;
 * console.log(error.messages);
 * ```
 */
export class PermissionError extends MountseaError {
  override readonly name = 'PermissionError';
  override readonly code = 'permission_denied';
}

/**
 * The account has too few credits (402, or a refusal that says so).
 *
 * @example
 * ```ts
 * import { createClient, InsufficientCreditsError } from '@mountsea-suno/client';
 *
 * const fetch = async (): Promise<Response> => new Response('{"message":"insufficient credits"}', { status: 402 });
 * const create = createClient({ fetch }).customModel.create({ sessionId: 's', clipIds: [], name: 'v6Pro' });
 * const error = await create.catch((it: unknown) => it);
 * if (!(error instanceof InsufficientCreditsError)) throw error;
 * console.log('add credits, then create again');
 * ```
 */
export class InsufficientCreditsError extends MountseaError {
  override readonly name = 'InsufficientCreditsError';
  override readonly code = 'insufficient_credits';
}

/**
 * The API does not know the id or the path (404).
 *
 * @example
 * ```ts
 * import { createClient, NotFoundError } from '@mountsea-suno/client';
 *
 * const error = await createClient().tasks.get('no-such-task').catch((it: unknown) => it);
 * if (!(error instanceof NotFoundError)) throw error;
 * ```
 */
export class NotFoundError extends MountseaError {
  override readonly name = 'NotFoundError';
  override readonly code = 'not_found';
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
  override readonly name = 'ValidationError';
  override readonly code = 'validation_failed';
}

/**
 * The call conflicts with the state at the server (409). The request may have arrived before: check the task first.
 *
 * @example
 * ```ts
 * import { ConflictError, createClient } from '@mountsea-suno/client';
 *
 * const fetch = async (): Promise<Response> => new Response('{"message":"is running"}', { status: 409 });
 * const create = createClient({ fetch }).customModel.create({ sessionId: 's', clipIds: [], name: 'v6Pro' });
 * const error = await create.catch((it: unknown) => it);
 * if (!(error instanceof ConflictError)) throw error;
 * console.log(error.charged); // unknown
 * ```
 */
export class ConflictError extends MountseaError {
  override readonly name = 'ConflictError';
  override readonly code = 'conflict';
}

/**
 * Too many calls (429); `retryAfterMs` says how long to wait when the server said so. A paid call may have been accepted all
 * the same.
 *
 * @example
 * ```ts
 * import { createClient, RateLimitError } from '@mountsea-suno/client';
 *
 * const fetch = async (): Promise<Response> => new Response('', { status: 429, headers: { 'retry-after': '7' } });
 * const create = createClient({ fetch }).customModel.create({ sessionId: 's', clipIds: [], name: 'v6Pro' });
 * const error = await create.catch((it: unknown) => it);
 * if (!(error instanceof RateLimitError)) throw error;
 * console.log(error.retryAfterMs, error.charged); // 7000 unknown
 * ```
 */
export class RateLimitError extends MountseaError {
  override readonly name = 'RateLimitError';
  override readonly code = 'rate_limited';
}

/**
 * The server failed (5xx or 408).
 *
 * @example
 * ```ts
 * import { createClient, ServerError } from '@mountsea-suno/client';
 *
 * const fetch = async (): Promise<Response> => new Response('<h1>Bad gateway</h1>', { status: 502 });
 * const error = await createClient({ fetch, retry: false }).customModel.prepare().catch((it: unknown) => it);
 * if (!(error instanceof ServerError)) throw error;
 * console.log(error.status, error.retryable);
 * ```
 */
export class ServerError extends MountseaError {
  override readonly name = 'ServerError';
  override readonly code = 'server_error';
}

/**
 * There was no response: the server was not reached, or the connection broke. `sent` says which.
 *
 * @example
 * ```ts
 * import { ConnectionError, createClient } from '@mountsea-suno/client';
 *
 * const client = createClient({ baseUrl: 'http://127.0.0.1:59999', retry: false });
 * const error = await client.customModel.prepare().catch((it: unknown) => it);
 * if (!(error instanceof ConnectionError)) throw error;
 * console.log(error.sent, error.charged); // no no
 * ```
 */
export class ConnectionError extends MountseaError {
  override readonly name = 'ConnectionError';
  override readonly code = 'connection_failed';
  /** `no`: the request never left, so it is safe to send it again. `maybe`: the server may have acted on it. */
  declare readonly sent: 'no' | 'maybe';

  constructor(message: string, init?: MountseaErrorInit) {
    super(message, { sent: 'maybe', ...init });
  }
}

/**
 * The response was not complete within `timeoutMs`.
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
  override readonly name = 'TimeoutError';
  override readonly code = 'timed_out';
}

/**
 * A response that is not the API's: HTML, empty, cut off, too large, a redirect, or without a field that the contract promises.
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
  override readonly name = 'UnexpectedResponseError';
  override readonly code = 'unexpected_response';
}

/**
 * The client is set up wrongly: no API key, a bad URL or number, or a browser. Nothing was sent.
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
  override readonly name = 'ConfigurationError';
  override readonly code = 'configuration';
}

/**
 * A call of the usage API without its host: with a `baseUrl` of your own, name the `usageBaseUrl` too. Nothing was sent.
 *
 * @example
 * ```ts
 * import { createClient, UsageNotConfiguredError } from '@mountsea-suno/client';
 *
 * const client = createClient({ baseUrl: 'https://gateway.example.com', usageBaseUrl: undefined });
 * if (client.usageBaseUrl === undefined) {
 *   const error = await client.usage.credits().catch((it: unknown) => it);
 *   if (!(error instanceof UsageNotConfiguredError)) throw error;
 * }
 * ```
 */
export class UsageNotConfiguredError extends MountseaError {
  override readonly name = 'UsageNotConfiguredError';
  override readonly code = 'usage_not_configured';
}

/**
 * An argument is not what it has to be. Nothing was sent.
 *
 * @example
 * ```ts
 * import { InvalidArgumentError, parseCustomModelId } from '@mountsea-suno/client';
 *
 * try {
 *   parseCustomModelId('v6Pro');
 * } catch (error) {
 *   if (!(error instanceof InvalidArgumentError)) throw error;
 * }
 * ```
 */
export class InvalidArgumentError extends MountseaError {
  override readonly name = 'InvalidArgumentError';
  override readonly code = 'invalid_argument';
}
