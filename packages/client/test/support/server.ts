import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server received it. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server on 127.0.0.1 that remembers the requests it received. */
export interface TestServer extends AsyncDisposable {
  url: string;
  seen: Seen[];
}

/** Responds to one request. */
export type Handler = (request: IncomingMessage, response: ServerResponse, seen: Seen) => void;

/** Starts a server. The n-th handler responds to the n-th request, and the last one to all that follow. */
export async function startServer(...handlers: Handler[]): Promise<TestServer> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const it = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      const handler = handlers[Math.min(seen.push(it), handlers.length) - 1];
      handler?.(request, response, it);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Responds with a status and a body. */
export function respond(status: number, body: unknown, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response
      .writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers })
      .end(text);
  };
}

/** Breaks the connection without a response. */
export const reset: Handler = (request) => {
  request.socket.destroy();
};

/** Never responds. */
export const hang: Handler = () => {};

/** Promises more bytes than it sends, then breaks the connection. */
export function cutOff(status: number, text: string): Handler {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(text.length + 50) });
    response.write(text, () => setImmediate(() => response.destroy()));
  };
}

/** Sends the head and the beginning of the body, then nothing more. */
export const stall: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"taskId":');
};
