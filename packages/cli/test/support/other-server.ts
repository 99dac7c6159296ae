import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the published API that shares nothing with the sandbox: written from the documentation alone, and quick. */
export interface OtherServer {
  readonly url: string;
  /** `POST /suno/v2/customModel/create` and the like, in the order they came. */
  readonly requests: string[];
  readonly authorizations: Set<string | undefined>;
  close(): Promise<void>;
}

interface Behaviour {
  /** Refuses every key but this one. */
  readonly key?: string;
  /** Where the result of a task sits. */
  readonly resultKey?: 'data' | 'result';
  /** Makes the tasks of these operations fail for good; the reason is made from the API key of the request. */
  readonly failing?: { readonly operations: readonly ('upload' | 'create' | 'generate')[]; reason(key: string): string };
  /** Spells the API key with JSON escapes where a response holds it. */
  readonly escapesKey?: boolean;
  /** How many polls a task takes before it is done. */
  readonly polls?: number;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startOtherServer({
  key,
  resultKey = 'data',
  polls = 1,
  failing,
  escapesKey = false,
}: Behaviour = {}): Promise<OtherServer> {
  const requests: string[] = [];
  const authorizations = new Set<string | undefined>();
  const tasks = new Map<string, { polls: number; fails: boolean; result: unknown }>();
  const sessions = new Set<string>();

  const respond = (method: string, url: URL, body: Record<string, unknown>, given: string): [status: number, body: unknown] => {
    const task = (result: unknown, id: string = randomUUID()): [number, unknown] => {
      tasks.set(id, { polls: 0, fails: failing?.operations.some((name) => url.pathname.endsWith(name)) ?? false, result });
      return [201, { taskId: id }];
    };
    switch (`${method} ${url.pathname}`) {
      case 'POST /suno/v2/customModel/prepare': {
        const sessionId = randomUUID();
        sessions.add(sessionId);
        return [201, { sessionId }];
      }
      case 'POST /suno/v2/customModel/upload':
        return sessions.has(String(body.sessionId)) && typeof body.audioUrl === 'string'
          ? task({ id: randomUUID() })
          : [400, { message: 'no such session' }];
      case 'POST /suno/v2/customModel/create': {
        const clips = body.clipIds;
        if (!Array.isArray(clips) || clips.length < 6 || typeof body.name !== 'string')
          return [400, { message: ['clipIds must hold 6'] }];
        return task({ model: `chirp-custom:${randomUUID()}`, name: body.name }, String(body.sessionId));
      }
      case 'GET /suno/v2/status': {
        const id = url.searchParams.get('taskId') ?? '';
        const found = tasks.get(id);
        if (found === undefined) return [404, { statusCode: 404, message: 'task not found' }];
        found.polls += 1;
        const done = found.polls > polls;
        const state = { taskId: id, status: done ? 'success' : 'running', createdAt: new Date().toISOString() };
        if (done && found.fails) return [200, { ...state, status: 'failed', failReason: failing?.reason(given), failCode: 4001 }];
        return [200, done ? { ...state, finishAt: new Date().toISOString(), [resultKey]: found.result } : state];
      }
      case 'POST /suno/v2/generate':
        return task({ id: randomUUID() });
      default:
        return [404, { statusCode: 404, message: `Cannot ${method} ${url.pathname}` }];
    }
  };

  const server: Server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://other');
      requests.push(`${request.method} ${url.pathname}`);
      authorizations.add(request.headers.authorization);
      const given = request.headers.authorization?.replace('Bearer ', '') ?? '';
      const refused = key !== undefined && request.headers.authorization !== `Bearer ${key}`;
      const [status, value] = refused
        ? [401, { statusCode: 401, message: 'Unauthorized' }]
        : respond(request.method ?? '', url, body, given);
      const text = JSON.stringify(value);
      const spelled = [...given].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(escapesKey && given !== '' ? text.replaceAll(given, spelled) : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    authorizations,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
