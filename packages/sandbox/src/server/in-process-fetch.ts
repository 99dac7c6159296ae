import { type Reply, type SandboxRequest, type SandboxResponse, statusesWithoutBody } from '../response.ts';

type FetchInput = Parameters<typeof fetch>[0];
type FetchInit = NonNullable<Parameters<typeof fetch>[1]>;
type FetchHeaders = FetchInit['headers'];

/**
 * Makes a `fetch` that is served by `dispatch`, without a network.
 *
 * @param findTarget gives path and query of a URL that the sandbox serves, else undefined
 */
export function createInProcessFetch(
  findTarget: (url: string) => string | undefined,
  dispatch: (request: SandboxRequest) => Reply | Promise<Reply>,
): typeof fetch {
  return async (input, init = {}) => {
    const { url, method, headers, signal, body } = partsOf(input, init as FetchInit);
    signal?.throwIfAborted();
    const target = findTarget(url);
    if (target === undefined) throw networkError('unknown-host', new URL(url).hostname);
    const text = typeof body === 'string' ? body : await body;
    const reply = dispatch({ method, target, header: headerReader(headers), body: text });
    if (!(reply instanceof Promise) && reply.kind !== 'hang') return toResult(reply);
    const response = Promise.resolve(reply).then(toResult);
    return signal === null || signal === undefined ? response : abortable(response, signal);
  };
}

function headerReader(headers: FetchHeaders): (name: string) => string | undefined {
  if (headers === undefined || headers === null) return () => undefined;
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  const entries = Array.isArray(headers) ? headers : Object.entries(headers as Record<string, string>);
  return (name) => {
    for (const [key, value] of entries) if (key !== undefined && key.toLowerCase() === name) return String(value);
    return undefined;
  };
}

/** The parts of a request that matter, whatever its form: a URL with an init, a `Request`, or an object like one. */
interface Parts {
  readonly url: string;
  readonly method: string;
  readonly headers: FetchHeaders;
  readonly signal: AbortSignal | null | undefined;
  readonly body: string | Promise<string>;
}

function bodyText(body: unknown): string | Promise<string> {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  return new Response(body as ConstructorParameters<typeof Response>[0]).text();
}

function partsOf(input: FetchInput, init: FetchInit): Parts {
  const request = typeof input === 'string' || input instanceof URL ? undefined : input;
  return {
    url: request?.url ?? String(input),
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    headers: init.headers ?? request?.headers,
    signal: init.signal ?? request?.signal,
    body: init.body === undefined || init.body === null ? (request?.body ? request.text() : '') : bodyText(init.body),
  };
}

function toResponse({ status, headers, body }: SandboxResponse): Response {
  return new Response(statusesWithoutBody.has(status) ? null : body, { status, headers: headers as Record<string, string> });
}

/** A response whose body breaks off half way. */
function toBrokenResponse({ status, headers, body }: SandboxResponse): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(brokenBodyError());
      else if (half.length > 0) controller.enqueue(half);
      else controller.error(brokenBodyError());
      sent = true;
    },
  });
  return new Response(stream, { status, headers: { ...headers, 'content-length': String(bytes.length) } });
}

/** What the caller of `fetch` gets. A hang never ends. */
function toResult(reply: Reply): Response | Promise<Response> {
  switch (reply.kind) {
    case 'response':
      return toResponse(reply.response);
    case 'truncated':
      return toBrokenResponse(reply.response);
    case 'hang':
      return new Promise(() => undefined);
    default:
      throw networkError(reply.kind);
  }
}

/** Rejects with the signal's reason when it is aborted; the server's own work goes on. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

interface NetworkFault {
  readonly code: string;
  readonly message: string;
  readonly syscall?: string;
}

const faults: Readonly<Record<'reset' | 'refused' | 'unknown-host', NetworkFault>> = {
  reset: { code: 'ECONNRESET', message: 'read ECONNRESET', syscall: 'read' },
  refused: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1', syscall: 'connect' },
  'unknown-host': { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND', syscall: 'getaddrinfo' },
};

/** The error with which undici's `fetch` rejects when the network fails: `TypeError: fetch failed`, the reason in its `cause`. */
function networkError(kind: keyof typeof faults, host = ''): TypeError {
  const { code, message, syscall } = faults[kind];
  const cause = Object.assign(new Error(host === '' ? message : `${message} ${host}`), { code, syscall });
  return new TypeError('fetch failed', { cause });
}

/** The error with which reading a body fails when the connection breaks in the middle of it. */
function brokenBodyError(): TypeError {
  return new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
}
