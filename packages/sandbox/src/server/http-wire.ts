import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Reply, type SandboxRequest, statusesWithoutBody } from '../response.ts';

const localHost = /^(127\.0\.0\.1|localhost|\[::1\]|[\w.-]+\.localhost)(:\d+)?$/i;

/** Whether a `Host` header names this machine. It stops a web page that has rebound its own host name to this address. */
export function isLocalHost(host: string | undefined): boolean {
  return localHost.test(host ?? '');
}

const maxBodyBytes = 10_000_000;

/** Reads a request's body and gives the request in the sandbox's own form; undefined where the body is too large. */
export async function readRequest(message: IncomingMessage): Promise<SandboxRequest | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBodyBytes) return undefined;
    parts.push(part);
  }
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    header(name) {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    body: Buffer.concat(parts).toString('utf8'),
  };
}

/** Sends a reply over HTTP, or the connection error that it asks for. */
export function writeReply(response: ServerResponse, reply: Reply): void {
  const socket = response.socket;
  switch (reply.kind) {
    case 'hang':
      return;
    case 'reset':
    case 'refused':
      socket?.resetAndDestroy();
      return;
    case 'response': {
      const { status, headers, body } = reply.response;
      if (statusesWithoutBody.has(status)) response.writeHead(status, headers).end();
      else response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) }).end(body);
      return;
    }
    case 'truncated': {
      const { status, headers, body } = reply.response;
      const bytes = Buffer.from(body as string);
      response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => socket?.destroy());
    }
  }
}
