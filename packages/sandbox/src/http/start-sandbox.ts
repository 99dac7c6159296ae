import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSandbox } from '../create-sandbox.ts';
import type { RunningSandbox, StartSandboxOptions } from '../running-sandbox.ts';
import { errorAnswer } from '../serve/answer.ts';
import { dispatch, type Server } from '../serve/dispatch.ts';
import { isLocalHost } from './is-local-host.ts';
import { readRequest } from './read-request.ts';
import { writeReply } from './write-reply.ts';

const address = '127.0.0.1';

async function serve(server: Server, message: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (!isLocalHost(message.headers.host)) {
      writeReply(response, { kind: 'answer', answer: errorAnswer(421, 'The sandbox answers on the local machine only', 'nest') });
      return;
    }
    const request = await readRequest(message);
    const reply =
      request === undefined
        ? { kind: 'answer' as const, answer: errorAnswer(413, 'Payload Too Large', 'nest') }
        : await dispatch(server, request);
    writeReply(response, reply);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (!response.headersSent && !message.destroyed)
      writeReply(response, { kind: 'answer', answer: errorAnswer(500, text, 'nest') });
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
  const { sandbox, server } = buildSandbox(options);
  const http = createServer((message, response) => void serve(server, message, response));
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
