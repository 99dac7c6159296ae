import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { taskJson } from './task.ts';

/** What a server does in place of a proper response. It has acted on the request all the same. */
export type Fault = (response: ServerResponse) => void;

/** A server whose n-th request (from 1) may go wrong. */
export interface FaultServer extends AsyncDisposable {
  url: string;
  /** The requests that were accepted so far. */
  accepted(): number;
}

/** Starts one. `faultOf` gives the fault of a request, by its number; `isDone` says when the task is done. */
export async function startFaultServer(
  faultOf: (number: number) => Fault | undefined,
  isDone: (number: number) => boolean,
): Promise<FaultServer> {
  let accepted = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      accepted++;
      const fault = faultOf(accepted);
      if (fault) return fault(response);
      const status = request.method === 'POST' ? 201 : 200;
      response.writeHead(status, { 'content-type': 'application/json' }).end(taskJson(request.url ?? '/', isDone(accepted)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted: () => accepted,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Breaks the connection. */
export const reset: Fault = (response) => void response.destroy();

/** Responds with a status. */
export function status(code: number, text = '{"message":"fault"}', headers: Record<string, string> = {}): Fault {
  const type = text.startsWith('<') ? 'text/html' : 'application/json';
  return (response) => void response.writeHead(code, { 'content-type': type, ...headers }).end(text);
}

/** Responds properly, but late. */
export function late(ms: number): Fault {
  return (response) => {
    const timer = setTimeout(() => response.writeHead(201, { 'content-type': 'application/json' }).end(taskJson('/', true)), ms);
    response.on('close', () => clearTimeout(timer));
  };
}
