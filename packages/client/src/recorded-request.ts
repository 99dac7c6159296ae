import type { Call } from './transport.ts';

/**
 * Stands in for `Request` under openapi-fetch. It only keeps what it was given: a native Request would be built, cloned for each
 * attempt and taken apart again, which costs more than all the rest of a call.
 */
export class RecordedRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;
  declare readonly signal: AbortSignal | undefined;
  declare readonly timeoutMs: number | undefined;
  /** The call of a method; requests through `client.raw` have none. */
  declare readonly call: Call | undefined;

  constructor(url: string, init: RequestInit) {
    Object.assign(this, init, { url });
  }
}
