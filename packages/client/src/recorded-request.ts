import type { Call } from './transport.ts';

/**
 * Stands in for `Request` under openapi-fetch. It only keeps what it was given: a native Request would be built, cloned for each
 * attempt and taken apart again, which costs more than all the rest of a call.
 */
export class RecordedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number | undefined;
  /** The call of a method; requests through `client.raw` have none. */
  readonly call: Call | undefined;

  constructor(url: string, init: RequestInit & { call?: Call; timeoutMs?: number }) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.headers = init.headers as Headers;
    this.body = init.body as string | undefined;
    this.signal = init.signal ?? undefined;
    this.timeoutMs = init.timeoutMs;
    this.call = init.call;
  }
}
