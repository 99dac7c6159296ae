import { type Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** One signed HTTP request. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  readonly agent: Agent;
  readonly signal?: AbortSignal | undefined;
  /** The request fails when nothing moves for this long. */
  readonly idleTimeoutMs: number;
  /** Called with the number of bytes of the body that were handed to the socket. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  /** Called once there is a connection: from then on the request may arrive. */
  readonly onConnect?: (() => void) | undefined;
  /** Do not read the body of a successful response. */
  readonly skipBody?: boolean | undefined;
}

/** What the host responded. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body, at most 1 MiB of it. */
  readonly text: string;
}

const sliceBytes = 256 * 1024;
const maxResponseBytes = 1024 * 1024;

/**
 * Sends one request over `node:http(s)`, the body in slices as the socket takes them: `fetch` would copy the whole body.
 * Rejects with the socket's error, or with an `AbortError` after an abort.
 */
export async function sendRequest(outgoing: OutgoingRequest): Promise<HttpResponse> {
  const { url, method, headers, body, agent, signal, idleTimeoutMs } = outgoing;
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method,
    agent,
    headers: { ...headers, 'content-length': body?.length ?? 0 },
    ...(signal && { signal }),
  });
  request.setTimeout(idleTimeoutMs, () => {
    request.destroy(Object.assign(new Error(`nothing moved for ${idleTimeoutMs} ms`), { code: 'ETIMEDOUT' }));
  });
  request.once('socket', (socket) => {
    if (socket.connecting) socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => outgoing.onConnect?.());
    else outgoing.onConnect?.();
  });
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.once('close', () => reject(new Error('the connection closed before a response')));
  });
  const sent = pipeline(Readable.from(slices(outgoing), { objectMode: false, highWaterMark: sliceBytes }), request);
  // A response may come before the whole body was sent. Then the response counts, and the failure to send the rest does not.
  sent.catch(() => undefined);
  try {
    const response = await responded;
    return await readResponse(response, outgoing.skipBody ?? false);
  } finally {
    // The buffer of the body is reused after this, so nothing may still be reading it.
    if (!request.writableFinished) request.destroy();
  }
}

function* slices({ body, onSent }: OutgoingRequest): Generator<Uint8Array> {
  const length = body?.length ?? 0;
  for (let start = 0; start < length; start += sliceBytes) {
    const slice = body?.subarray(start, start + sliceBytes) ?? new Uint8Array();
    yield slice;
    onSent?.(slice.length);
  }
}

async function readResponse(response: IncomingMessage, skipBody: boolean): Promise<HttpResponse> {
  const { statusCode: status = 0, headers } = response;
  if (skipBody && status < 300) {
    response.destroy();
    return { status, headers, text: '' };
  }
  let [text, size] = ['', 0];
  response.setEncoding('utf8');
  for await (const chunk of response) {
    text += chunk;
    size += chunk.length;
    if (size > maxResponseBytes) break;
  }
  return { status, headers, text };
}
