import { createSandbox, createVirtualClock, type Sandbox, type SandboxOptions, type VirtualClock } from '../../src/index.ts';

/** A JSON response. */
export interface JsonResponse {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies of any shape
  readonly body: any;
}

/** Calls a sandbox as a client without any code of ours would. */
export interface Drive {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  send(method: string, path: string, body?: unknown): Promise<JsonResponse>;
  prepare(): Promise<string>;
  /** Uploads one file and waits; gives the task. */
  upload(sessionId: string, audioUrl: string): Promise<JsonResponse>;
  /** Prepares a session with six clips. */
  readySession(): Promise<{ sessionId: string; clipIds: string[] }>;
  create(sessionId: string, clipIds: readonly string[], name?: string): Promise<JsonResponse>;
  status(taskId: string): Promise<JsonResponse>;
  /** Moves on until the task has ended. */
  wait(taskId: string): Promise<JsonResponse>;
}

const ended = new Set(['success', 'failed', 'timeout']);

/** Makes a sandbox on a virtual clock and a way to drive it. */
export function drive(options: SandboxOptions = {}): Drive {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, ...options });
  const send = async (method: string, path: string, body?: unknown): Promise<JsonResponse> => {
    const response = await sandbox.fetch(`${sandbox.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'x-api-key': sandbox.apiKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const status = (taskId: string): Promise<JsonResponse> => send('GET', `/suno/v2/status?taskId=${taskId}`);
  const wait = async (taskId: string): Promise<JsonResponse> => {
    for (;;) {
      const response = await status(taskId);
      if (response.status !== 200 || ended.has(response.body.status)) return response;
      await clock.advance(1_000);
    }
  };
  const prepare = async (): Promise<string> => (await send('POST', '/suno/v2/customModel/prepare')).body.sessionId;
  const upload = async (sessionId: string, audioUrl: string): Promise<JsonResponse> => {
    const { body } = await send('POST', '/suno/v2/customModel/upload', { sessionId, audioUrl });
    return wait(body.taskId);
  };
  return {
    sandbox,
    clock,
    send,
    prepare,
    upload,
    async readySession() {
      const sessionId = await prepare();
      const clipIds: string[] = [];
      for (const n of [1, 2, 3, 4, 5, 6]) clipIds.push((await upload(sessionId, `https://example.com/${n}.mp3`)).body.data.id);
      return { sessionId, clipIds };
    },
    create: (sessionId, clipIds, name = 'v6Pro') => send('POST', '/suno/v2/customModel/create', { sessionId, clipIds, name }),
    status,
    wait,
  };
}
