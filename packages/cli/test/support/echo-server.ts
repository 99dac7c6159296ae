import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A rude server: every answer is of the given status and repeats the request's key, among control sequences. */
export async function startEchoServer(status: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const key = `${request.headers.authorization} ${String(request.headers['x-api-key'])}`;
    const message = `\u001b]0;owned\u0007\u001b[2J your key is ${key}\r\nmountsea-suno: all is well\u202e`;
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req-1' }).end(JSON.stringify({ message }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
