import type { IncomingMessage } from 'node:http';
import type { SandboxRequest } from '../serve/answer.ts';

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
