import { createHash } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { backoffMs, systemClock } from '@mountsea-suno/internal';
import { AwsV4Signer } from 'aws4fetch';
import { HostingError, isHostingError } from '../hosting-error.ts';
import { refusal } from './refusal.ts';
import { objectUrl, type S3Location } from './s3-location.ts';
import type { S3Credentials, S3HostOptions } from './s3-options.ts';
import { type HttpResponse, type OutgoingRequest, sendRequest } from './send-request.ts';

/** One call of the S3 API. */
export interface S3Call {
  /** Its name in errors, as in `s3.uploadPart`. */
  readonly operation: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** The hex SHA-256 of the body, if it is known. The host has to refuse a body that differs. */
  readonly sha256?: string;
  /** Called with the number of bytes that left; it is negative when they have to be sent again. */
  readonly onSent?: (bytes: number) => void;
  /** Called when the host did, or may have done, what the call asks for: not after a refusal, and not when there was no connection. */
  readonly onMaybeDone?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Statuses beyond 2xx that are not a failure. */
  readonly accept?: readonly number[];
  /** Checks a successful response and throws a `HostingError` when it is a failure after all; a retryable one is retried. */
  readonly check?: (response: HttpResponse, attempt: number) => void;
}

/** The S3 API: signs, sends, retries. */
export interface S3Client {
  readonly location: S3Location;
  call(call: S3Call): Promise<HttpResponse>;
  /** A URL with which anybody can GET the key, and when it stops working. */
  presign(key: string, lifetimeMs: number): Promise<{ url: URL; expiresAt: number }>;
  /** Sends a GET to a presigned URL, without further credentials and without reading the body. */
  probe(url: URL, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<HttpResponse>;
}

/** Temporary credentials are renewed this long before they end. */
const renewBeforeMs = 120_000;
/** The wait after the first failure is random between 0 and `baseMs`; each later one may be twice as long, up to the cap. */
const backoff = { baseMs: 500, capMs: 8_000 };
/** When a host asks for a longer wait, the request is sent again after this time. */
const retryAfterCapMs = 20_000;

/** A client for the bucket at a location. */
export function s3Client(location: S3Location, options: S3HostOptions): S3Client {
  const { attempts = 6, idleTimeoutMs = 30_000, clock = systemClock, random = Math.random, concurrency = 2 } = options;
  const agentOptions = { keepAlive: true, maxFreeSockets: concurrency, timeout: idleTimeoutMs };
  const agent = location.endpoint.startsWith('https:') ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  let known: Promise<S3Credentials> | undefined;
  /** How far the host's clock is ahead of ours. */
  let skewMs = 0;

  const credentials = async (): Promise<S3Credentials> => {
    known ??= askForCredentials(options);
    const keys = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    if (keys.expiresAt === undefined || keys.expiresAt - renewBeforeMs > clock.now()) return keys;
    known = askForCredentials(options);
    return known;
  };

  const sign = async (url: URL, init: { method: string; headers?: Record<string, string>; signQuery?: boolean }) => {
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
    const datetime = new Date(clock.now() + skewMs).toISOString().replace(/[:-]|\.\d{3}/g, '');
    const keys = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
    return new AwsV4Signer({ ...init, ...keys, url: url.href, service: 's3', region: location.region, datetime }).sign();
  };

  const retry = async <T>(
    operation: string,
    signal: AbortSignal | undefined,
    once: (attempt: number) => Promise<T>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      let retryAfter: string | undefined;
      try {
        return await once(attempt);
      } catch (cause) {
        signal?.throwIfAborted();
        const isSkewed = cause instanceof SkewedClock && attempt === 1;
        const error = cause instanceof SkewedClock ? cause.error : asHostingError(cause, operation, attempt, location);
        if (attempt >= attempts || !(error.retryable || isSkewed)) throw error;
        retryAfter = retryAfterOf.get(error);
      }
      await clock.sleep(retryDelayMs(attempt, random, retryAfter), signal);
    }
  };

  const send = (request: Omit<OutgoingRequest, 'agent' | 'idleTimeoutMs'>): Promise<HttpResponse> =>
    sendRequest({ ...request, agent, idleTimeoutMs });

  const call = (request: S3Call): Promise<HttpResponse> => {
    const { operation, method, key, query = {}, body, signal, onSent, onMaybeDone } = request;
    const url = objectUrl(location, key);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const sha256 =
      request.sha256 ??
      createHash('sha256')
        .update(body ?? '')
        .digest('hex');
    let sent = 0;
    const count = (bytes: number): void => {
      sent += bytes;
      onSent?.(bytes);
    };
    return retry(operation, signal, async (attempt) => {
      count(-sent);
      const signed = await sign(url, { method, headers: { ...request.headers, 'x-amz-content-sha256': sha256 } });
      const headers = Object.fromEntries(signed.headers);
      let isConnected = false;
      const onConnect = (): void => {
        isConnected = true;
      };
      const sending = send({ method, url: signed.url, headers, body, signal, onSent: count, onConnect });
      const response = await sending.catch((cause: unknown) => {
        if (isConnected) onMaybeDone?.();
        throw cause;
      });
      if (response.status < 300 || response.status >= 500) onMaybeDone?.();
      if (!isSuccess(response, request.accept)) throw failure(operation, response, attempt);
      request.check?.(response, attempt);
      return response;
    });
  };

  const failure = (operation: string, response: HttpResponse, attempt: number): HostingError | SkewedClock => {
    const error = refusal(operation, response, attempt);
    if (response.headers['retry-after']) retryAfterOf.set(error, response.headers['retry-after']);
    const serverNow = Date.parse(response.headers.date ?? '');
    if (error.hostCode !== 'RequestTimeTooSkewed' || Number.isNaN(serverNow)) return error;
    skewMs = serverNow - clock.now();
    return new SkewedClock(error);
  };

  const presign: S3Client['presign'] = async (key, lifetimeMs) => {
    const url = objectUrl(location, key);
    const { expiresAt = Number.POSITIVE_INFINITY } = await credentials();
    url.searchParams.set('X-Amz-Expires', String(Math.floor(lifetimeMs / 1000)));
    const signedAt = clock.now();
    const signed = await sign(url, { method: 'GET', signQuery: true });
    return { url: signed.url, expiresAt: Math.min(signedAt + lifetimeMs, expiresAt) };
  };

  const probe: S3Client['probe'] = (url, headers, signal) =>
    retry('s3.getObject', signal, async (attempt) => {
      const response = await send({ method: 'GET', url, headers: { ...headers }, signal, skipBody: true });
      if (!isSuccess(response)) throw failure('s3.getObject', response, attempt);
      return response;
    });

  return { location, call, presign, probe };
}

/**
 * How long to wait after the given failed attempt (counted from 1), in milliseconds: random up to a bound that doubles, but not less than a
 * `Retry-After` in seconds.
 */
export function retryDelayMs(attempt: number, random: () => number, retryAfter?: string): number {
  const delayMs = backoffMs(attempt, backoff, random);
  const askedMs = Number(retryAfter) * 1000;
  return askedMs > 0 ? Math.max(delayMs, Math.min(askedMs, retryAfterCapMs)) : delayMs;
}

async function askForCredentials(options: S3HostOptions): Promise<S3Credentials> {
  try {
    return await options.credentials();
  } catch (cause) {
    if (isHostingError(cause)) throw cause;
    throw new HostingError('host_configuration', 'The keys of the bucket could not be obtained.', { cause });
  }
}

/** The host refused the request because of its time. It accepts requests that are signed with its own time. */
class SkewedClock extends Error {
  readonly error: HostingError;
  constructor(error: HostingError) {
    super();
    this.error = error;
  }
}

const retryAfterOf = new WeakMap<HostingError, string>();

function isSuccess({ status }: HttpResponse, accept: readonly number[] = []): boolean {
  return (status >= 200 && status < 300) || accept.includes(status);
}

function asHostingError(cause: unknown, operation: string, attempts: number, { endpoint }: S3Location): HostingError {
  if (isHostingError(cause)) return cause;
  const reason = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : 'unknown';
  // With a certificate that is not trusted, or a host without TLS, another attempt would fail in the same way.
  const code = /CERT|^ERR_(SSL|TLS)|^EPROTO|^UNABLE_TO/.test(reason) ? 'host_configuration' : 'host_unavailable';
  return new HostingError(code, `${new URL(endpoint).host} did not answer ${operation}: ${reason}.`, {
    operation,
    attempts,
    cause,
  });
}
