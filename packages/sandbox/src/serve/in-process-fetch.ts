import type { Answer, Reply, SandboxRequest } from './answer.ts';
import { brokenBodyError, networkError } from './network-error.ts';

type FetchInput = Parameters<typeof fetch>[0];
type FetchInit = NonNullable<Parameters<typeof fetch>[1]>;
type FetchHeaders = FetchInit['headers'];

function headerReader(headers: FetchHeaders): (name: string) => string | undefined {
  if (headers === undefined || headers === null) return () => undefined;
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  const entries = Array.isArray(headers) ? headers : Object.entries(headers as Record<string, string>);
  return (name) => {
    for (const [key, value] of entries) if (key !== undefined && key.toLowerCase() === name) return String(value);
    return undefined;
  };
}

/** The parts of a request that matter, whatever form it has: a URL with an init, a `Request`, or something that looks like one. */
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

const noBody = new Set([204, 205, 304]);

function toResponse({ status, headers, body }: Answer): Response {
  return new Response(noBody.has(status) ? null : body, { status, headers: headers as Record<string, string> });
}

/** A response whose body breaks off half way. */
function toBrokenResponse({ status, headers, body }: Answer): Response {
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

/** What the caller of `fetch` gets; for a hang, nothing before it gives up. */
function settleReply(reply: Reply): Response | Promise<Response> {
  switch (reply.kind) {
    case 'answer':
      return toResponse(reply.answer);
    case 'truncated':
      return toBrokenResponse(reply.answer);
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

/**
 * Makes a `fetch` that is served by `dispatch`, without a network.
 *
 * @param findTarget gives path and query of a URL that the sandbox answers for, else undefined
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
    if (!(reply instanceof Promise) && reply.kind !== 'hang') return settleReply(reply);
    const response = Promise.resolve(reply).then(settleReply);
    return signal === null || signal === undefined ? response : abortable(response, signal);
  };
}
