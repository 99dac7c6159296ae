import type { ServerResponse } from 'node:http';
import type { Reply } from '../serve/answer.ts';

/** Puts a reply on the wire, with all that goes wrong there. */
export function writeReply(response: ServerResponse, reply: Reply): void {
  const socket = response.socket;
  switch (reply.kind) {
    case 'hang':
      return;
    case 'reset':
    case 'refused':
      socket?.resetAndDestroy();
      return;
    case 'answer': {
      const { status, headers, body } = reply.answer;
      response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) }).end(body);
      return;
    }
    case 'truncated': {
      const { status, headers, body } = reply.answer;
      const bytes = Buffer.from(body as string);
      response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => socket?.destroy());
    }
  }
}
