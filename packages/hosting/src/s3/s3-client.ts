import { createHash } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { AwsV4Signer } from 'aws4fetch';
import { HostingError, isHostingError } from '../hosting-error.ts';
import { refusal } from './refusal.ts';
import { retryDelayMs } from './retry-delay.ts';
import { objectUrl, type S3Location } from './s3-location.ts';
import type { S3Clock, S3Credentials, S3HostOptions } from './s3-options.ts';
import { type Answer, type OutgoingRequest, sendRequest } from './send-request.ts';

/** One call of the S3 API. */
export interface S3Call {
  /** As it is named in errors: `s3.uploadPart`. */
  readonly operation: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Hex SHA-256 of the body where it is known. The host has to refuse a body that differs. */
  readonly sha256?: string;
  /** Told how many bytes left; negative when they have to be sent again. */
  readonly onSent?: (bytes: number) => void;
  /** Told when the host did what was asked, or may have done it: not after a refusal, nor where no connection came to be. */
  readonly onActed?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Statuses beyond 2xx that are an answer and no failure. */
  readonly accept?: readonly number[];
  /** Looks at a good answer and throws a `HostingError` where it is none after all; a retryable one is retried. */
  readonly check?: (answer: Answer, attempt: number) => void;
}

/** The S3 API: signs, sends, retries. */
export interface S3Client {
  readonly location: S3Location;
  call(call: S3Call): Promise<Answer>;
  /** A URL with which anybody can GET the key, and when it ends. */
  presign(key: string, lifetimeMs: number): Promise<{ url: URL; expiresAt: number }>;
  /** Sends a GET to a presigned URL, without further credentials and without reading the body. */
  probe(url: URL, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answer>;
}

const renewBeforeMs = 120_000;
const systemClock: S3Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

export function s3Client(location: S3Location, options: S3HostOptions): S3Client {
  const { attempts = 6, idleTimeoutMs = 30_000, clock = systemClock, random = Math.random, concurrency = 2 } = options;
  const agentOptions = { keepAlive: true, maxFreeSockets: concurrency, timeout: idleTimeoutMs };
  const agent = location.endpoint.startsWith('https:') ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  let known: Promise<S3Credentials> | undefined;
  /** What the host's clock is ahead of ours. */
  let skewMs = 0;

  const credentials = async (): Promise<S3Credentials> => {
    known ??= askForKeys(options);
    const keys = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    if (keys.expiresAt === undefined || keys.expiresAt - renewBeforeMs > clock.now()) return keys;
    known = askForKeys(options);
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

  const send = (request: Omit<OutgoingRequest, 'agent' | 'idleTimeoutMs'>): Promise<Answer> =>
    sendRequest({ ...request, agent, idleTimeoutMs });

  const call = (request: S3Call): Promise<Answer> => {
    const { operation, method, key, query = {}, body, signal, onSent, onActed } = request;
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
      const answer = await sending.catch((cause: unknown) => {
        if (isConnected) onActed?.();
        throw cause;
      });
      if (answer.status < 300 || answer.status >= 500) onActed?.();
      if (!isGood(answer, request.accept)) throw failure(operation, answer, attempt);
      request.check?.(answer, attempt);
      return answer;
    });
  };

  const failure = (operation: string, answer: Answer, attempt: number): HostingError | SkewedClock => {
    const error = refusal(operation, answer, attempt);
    if (answer.headers['retry-after']) retryAfterOf.set(error, answer.headers['retry-after']);
    const serverNow = Date.parse(answer.headers.date ?? '');
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
      const answer = await send({ method: 'GET', url, headers: { ...headers }, signal, skipBody: true });
      if (!isGood(answer)) throw failure('s3.getObject', answer, attempt);
      return answer;
    });

  return { location, call, presign, probe };
}

async function askForKeys(options: S3HostOptions): Promise<S3Credentials> {
  try {
    return await options.credentials();
  } catch (cause) {
    if (isHostingError(cause)) throw cause;
    throw new HostingError('host_configuration', 'The keys of the bucket could not be had.', { cause });
  }
}

/** A refusal that is over once requests are signed with the host's time. */
class SkewedClock extends Error {
  readonly error: HostingError;
  constructor(error: HostingError) {
    super();
    this.error = error;
  }
}

const retryAfterOf = new WeakMap<HostingError, string>();

function isGood({ status }: Answer, accept: readonly number[] = []): boolean {
  return (status >= 200 && status < 300) || accept.includes(status);
}

function asHostingError(cause: unknown, operation: string, attempts: number, { endpoint }: S3Location): HostingError {
  if (isHostingError(cause)) return cause;
  const reason = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : 'unknown';
  // A certificate that is not trusted, or no TLS at all: that is so at the next try as well.
  const code = /CERT|^ERR_(SSL|TLS)|^EPROTO|^UNABLE_TO/.test(reason) ? 'host_configuration' : 'host_unavailable';
  return new HostingError(code, `${new URL(endpoint).host} gave no answer to ${operation}: ${reason}.`, {
    operation,
    attempts,
    cause,
  });
}
