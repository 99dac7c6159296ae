import type { RequestOptions } from './options.ts';

/** Checks whether the JSON of a 2xx response holds what the contract promises. Additional fields are accepted. */
export type Expectation = (json: unknown) => boolean;

interface CallInit {
  method: string;
  headers: Headers;
  body?: string | undefined;
  expects: Expectation;
  options: RequestOptions;
}

/**
 * What openapi-fetch makes for each call of a method, in place of a `Request`: a plain description, from which every attempt makes its own request.
 * Building a `Request` for a call and taking it apart again for each attempt would take a quarter of the call's whole time.
 */
export class CallRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly expects: Expectation;
  readonly options: RequestOptions;

  constructor(url: string, { method, headers, body, expects, options }: CallInit) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body ?? null;
    this.expects = expects;
    this.options = options;
  }
}

type CallOptions = {
  Request: typeof CallRequest;
  expects: Expectation;
  options: RequestOptions;
  headers: Record<string, string>;
};

/** What a method passes to openapi-fetch besides path and body: what the response must hold, and the caller's options. */
export function call(expects: Expectation, options: RequestOptions = {}): CallOptions {
  return { Request: CallRequest, expects, options, headers: options.headers ?? {} };
}

/** The data of a call's response. */
export async function dataOf<Data>(result: Promise<{ data: Data }>): Promise<Data> {
  return (await result).data;
}

/** An object that holds a text under this key. */
export function hasText<Body>(key: keyof Body & string): Expectation {
  return (json) => typeof fieldOf(json, key) === 'string' && fieldOf(json, key) !== '';
}

/** An object that holds a number under this key. */
export function hasNumber<Body>(key: keyof Body & string): Expectation {
  return (json) => typeof fieldOf(json, key) === 'number';
}

/** An object that holds a list under this key. */
export function hasList<Body>(key: keyof Body & string): Expectation {
  return (json) => Array.isArray(fieldOf(json, key));
}

function fieldOf(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[key] : undefined;
}
