import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSandbox, type SandboxParts } from '../create-sandbox.ts';
import type { RunningSandbox, StartSandboxOptions } from '../running-sandbox.ts';
import { errorAnswer, type Reply } from '../serve/answer.ts';
import { dispatch } from '../serve/dispatch.ts';
import { isLocalHost } from './is-local-host.ts';
import { actOnDashboard } from './pages/dashboard-actions.ts';
import { streamState } from './pages/event-stream.ts';
import { servePage } from './pages/serve-page.ts';
import { readRequest } from './read-request.ts';
import { writeReply } from './write-reply.ts';

const address = '127.0.0.1';

const refusal = (status: number, message: string): Reply => ({ kind: 'answer', answer: errorAnswer(status, message, 'nest') });

/** What becomes of a request; undefined where it is answered as a stream of events. */
async function replyTo(parts: SandboxParts, message: IncomingMessage): Promise<Reply | undefined> {
  if (!isLocalHost(message.headers.host)) return refusal(421, 'The sandbox answers on the local machine only');
  const request = await readRequest(message);
  if (request === undefined) return refusal(413, 'Payload Too Large');
  const { sandbox, server } = parts;
  const [path = ''] = request.target.split('?', 1);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/dashboard/events' && isRead) return undefined;
  const page = isRead ? servePage(sandbox, server, path) : undefined;
  const answer = page ?? actOnDashboard(sandbox, request, path);
  return answer === undefined ? dispatch(server, request) : { kind: 'answer', answer };
}

async function serve(parts: SandboxParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const reply = await replyTo(parts, message);
    if (reply === undefined) streamState(response, parts.sandbox, parts.server);
    else writeReply(response, reply);
  } catch (error) {
    if (!response.headersSent && !message.destroyed)
      writeReply(response, refusal(500, error instanceof Error ? error.message : String(error)));
  }
}

function listen(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, address, () => {
      http.removeListener('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function stopListening(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}

/**
 * Starts a sandbox that listens on 127.0.0.1 and stands in for both hosts of the API on one origin.
 *
 * @returns the running sandbox; close it, or the process stays
 * @throws Error `EADDRINUSE` where the port is taken
 * @example
 * ```ts
 * import { startSandbox } from '@mountsea-suno/sandbox/node';
 *
 * const sandbox = await startSandbox({ speed: 60 });
 * console.log(sandbox.url, sandbox.songUrls.length);
 * await sandbox.close();
 * ```
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const parts = buildSandbox(options);
  const { sandbox, server } = parts;
  const http = createServer((message, response) => void serve(parts, message, response));
  const port = await listen(http, options.port ?? 0);
  const url = `http://${address}:${port}`;
  server.world.baseUrl = url;
  const own = {
    url,
    port,
    goOffline: () => stopListening(http),
    goOnline: async () => void (await listen(http, port)),
    close: () => stopListening(http),
  };
  return Object.defineProperties(sandbox, Object.getOwnPropertyDescriptors(own)) as RunningSandbox;
}
