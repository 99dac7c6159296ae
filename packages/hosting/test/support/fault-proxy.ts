import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What happens to one request on its way to the server. */
export type Fault = 'pass' | 'unavailable' | 'reset' | 'reset-response' | 'corrupt' | 'hang' | 'hang-response';

/** A proxy before a server. It forwards requests unchanged, because their signature covers the host header, and applies a fault where a test asks for one. */
export interface FaultProxy {
  readonly endpoint: string;
  /** Every request that came in, as `PUT partNumber=2`. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

/**
 * @param target Origin of the server.
 * @param faultOf Chooses the fault for a request, such as `PUT partNumber=2`, and how often it was seen before.
 * @param port To listen on; a free one by default.
 */
export async function startFaultProxy(
  target: string,
  faultOf: (title: string, before: number) => Fault,
  port = 0,
): Promise<FaultProxy> {
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const title = titleOf(incoming);
    const fault = faultOf(title, seen.filter((other) => other === title).length);
    seen.push(title);
    void handle(target, fault, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function handle(target: string, fault: Fault, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (fault === 'hang') return;
  if (fault === 'reset') return void incoming.socket.resetAndDestroy();
  if (fault === 'unavailable') {
    outgoing.writeHead(503, { 'content-type': 'application/xml', connection: 'close' });
    outgoing.end('<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>');
    return;
  }
  const forward = request(target + incoming.url, { method: incoming.method, headers: incoming.headers });
  const responded = new Promise<IncomingMessage>((resolve, reject) => forward.once('response', resolve).once('error', reject));
  responded.catch(() => undefined);
  await pipeline(
    incoming,
    fault === 'corrupt' ? flipFirstBit() : new Transform({ transform: (chunk, _, done) => done(null, chunk) }),
    forward,
  );
  const response = await responded;
  if (fault === 'hang-response') return void response.resume();
  if (fault === 'reset-response') {
    response.resume();
    incoming.socket.resetAndDestroy();
    return;
  }
  outgoing.writeHead(response.statusCode ?? 500, response.headers);
  await pipeline(response, outgoing);
}

function flipFirstBit(): Transform {
  let isDone = false;
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      const copy = Buffer.from(chunk);
      if (!isDone) copy[0] = (copy[0] ?? 0) ^ 1;
      isDone = true;
      done(null, copy);
    },
  });
}

function titleOf({ method, url = '' }: IncomingMessage): string {
  const query = new URL(url, 'http://host').searchParams;
  const what = ['uploads', 'partNumber', 'uploadId', 'X-Amz-Signature'].find((name) => query.has(name));
  if (what === 'partNumber') return `${method} partNumber=${query.get(what)}`;
  return what ? `${method} ${what === 'X-Amz-Signature' ? 'presigned' : what}` : `${method}`;
}
