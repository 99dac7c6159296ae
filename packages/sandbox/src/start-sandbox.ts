import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSandbox, type SandboxParts } from './create-sandbox.ts';
import { handleDashboardAction } from './pages/dashboard-actions.ts';
import { streamState } from './pages/event-stream.ts';
import { servePage } from './pages/serve-page.ts';
import { errorResponse, type Reply } from './response.ts';
import type { Sandbox } from './sandbox.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { dispatch } from './server/dispatch.ts';
import { isLocalHost, readRequest, writeReply } from './server/http-wire.ts';

/**
 * Options of `startSandbox`.
 *
 * @example
 * ```ts
 * import { type StartSandboxOptions, startSandbox } from '@mountsea-suno/sandbox/node';
 *
 * const options: StartSandboxOptions = { port: 0, speed: 60, fetchAudio: true };
 * await (await startSandbox(options)).close();
 * ```
 */
export interface StartSandboxOptions extends SandboxOptions {
  /** Default 0: a free one. */
  port?: number;
}

/** A sandbox that listens on 127.0.0.1. */
export interface RunningSandbox extends Sandbox {
  /** `http://127.0.0.1:PORT`, the base of the Suno and of the usage API alike. Same as `baseUrl`. */
  readonly url: string;
  /** The port that it listens on. */
  readonly port: number;
  /** Stops listening and breaks every connection. From then on, calls are refused (ECONNREFUSED). The state stays. */
  goOffline(): Promise<void>;
  /** Listens again, on the same port. */
  goOnline(): Promise<void>;
  /** Stops for good. */
  close(): Promise<void>;
}

const address = '127.0.0.1';

/**
 * Starts a sandbox that listens on 127.0.0.1 and stands in for both hosts of the API on one origin. It needs Node.
 *
 * @returns the running sandbox. Close it, or the process does not end.
 * @throws Error `EADDRINUSE` where the port is taken
 * @example
 * ```ts
 * import { startSandbox } from '@mountsea-suno/sandbox/node';
 *
 * const sandbox = await startSandbox({ speed: 60 });
 * console.log(`${sandbox.url}/dashboard`, sandbox.songUrls.length);
 * await sandbox.goOffline(); // ECONNREFUSED for everybody
 * await sandbox.goOnline();
 * await sandbox.close();
 * ```
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const parts = buildSandbox(options);
  const { sandbox, server } = parts;
  const { apiKey, clock } = sandbox.clientOptions;
  const http = createServer((message, response) => void serve(parts, message, response));
  const port = await listen(http, options.port ?? 0);
  const url = `http://${address}:${port}`;
  server.world.baseUrl = url;
  const own = {
    url,
    port,
    clientOptions: { apiKey, baseUrl: url, usageBaseUrl: url, clock },
    goOffline: () => stopListening(http),
    goOnline: async () => void (await listen(http, port)),
    close: () => stopListening(http),
  };
  return Object.defineProperties(sandbox, Object.getOwnPropertyDescriptors(own)) as RunningSandbox;
}

async function serve(parts: SandboxParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const reply = await replyTo(parts, message);
    if (reply === undefined) streamState(response, parts.sandbox, parts.server);
    else writeReply(response, reply);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (response.headersSent) response.destroy();
    else writeReply(response, refusal(500, `The sandbox failed: ${text}`));
  }
}

/** The reply to a request; undefined when the response is a stream of events. */
async function replyTo(parts: SandboxParts, message: IncomingMessage): Promise<Reply | undefined> {
  if (!isLocalHost(message.headers.host)) return refusal(421, 'The sandbox serves the local machine only');
  const request = await readRequest(message);
  if (request === undefined) return refusal(413, 'Payload Too Large');
  const { sandbox, server } = parts;
  const [path = ''] = request.target.split('?', 1);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/dashboard/events' && isRead) return undefined;
  const page = isRead ? servePage(sandbox, server, path) : undefined;
  const response = page ?? handleDashboardAction(sandbox, request, path);
  return response === undefined ? dispatch(server, request) : { kind: 'response', response };
}

const refusal = (status: number, message: string): Reply => ({ kind: 'response', response: errorResponse(status, message) });

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
