import createOpenapiClient, { type Client } from 'openapi-fetch';
import type { RawResponse, RequestOptions } from './client-options.ts';
import type { Config } from './config.ts';
import { UsageNotConfiguredError } from './errors.ts';
import type { RawClients } from './mountsea-client.ts';
import { type OperationName, operations } from './operations.ts';
import { RecordedRequest } from './recorded-request.ts';
import { type Call, send } from './transport.ts';

/** Takes a value from the JSON of an answer; `undefined` when it is not there. */
export type Read<T> = (body: unknown, response: RawResponse) => T | undefined;

/** What the resources are made of. */
export interface Api {
  call<T>(name: OperationName, read: Read<T>, input?: { body?: unknown; query?: unknown }, options?: RequestOptions): Promise<T>;
  raw: RawClients;
  /** The clock of the client, in milliseconds since the epoch. */
  now(): number;
}

type Host = 'suno' | 'usage';
type LooseClient = { request(method: string, path: string, init: object): Promise<{ data?: unknown }> };

export function createApi(config: Config): Api {
  const raw: RawClients = {
    suno: createHost(config, 'suno', config.baseUrl),
    usage: createHost(config, 'usage', config.usageBaseUrl),
  };
  return {
    raw,
    now: () => config.clock.now(),
    async call<T>(
      name: OperationName,
      read: Read<T>,
      input: { body?: unknown; query?: unknown } = {},
      options: RequestOptions = {},
    ) {
      const { host, method, path, policy } = operations[name];
      const call: Call = { operation: name, policy, options, authorize: authorize[host], read };
      const client = raw[host] as unknown as LooseClient;
      const { data } = await client.request(method, path, { body: input.body, params: { query: input.query }, call });
      return data as T;
    },
  };
}

const authorize: Record<Host, Call['authorize']> = {
  suno: (headers, key) => {
    headers.authorization = `Bearer ${key}`;
  },
  usage: (headers, key) => {
    headers['x-api-key'] = key;
  },
};

function createHost<Paths extends object>(config: Config, host: Host, baseUrl: string | undefined): Client<Paths> {
  const fetch = async (request: RecordedRequest): Promise<unknown> => {
    if (baseUrl === undefined) {
      throw new UsageNotConfiguredError('The usage API is not configured. Give usageBaseUrl or set MOUNTSEA_USAGE_BASE_URL.');
    }
    const { call } = request;
    if (!call) return send(config, request, rawCall(host, baseUrl, request));
    const value = await send(config, request, call);
    // As much of a Response as openapi-fetch looks at.
    return { ok: true, status: 200, headers: contentHeaders, json: () => value };
  };
  return createOpenapiClient<Paths>({
    baseUrl: baseUrl ?? '',
    Request: RecordedRequest as unknown as typeof Request,
    fetch: fetch as unknown as (request: Request) => Promise<Response>,
    bodySerializer: (body) => JSON.stringify(body),
  });
}

const contentHeaders = { get: () => '1' };

/** The call behind a request of `client.raw`. Whatever is no GET counts as paid. */
function rawCall(host: Host, baseUrl: string, request: RecordedRequest): Call {
  const { method, url, headers } = request;
  return {
    operation: `${method} ${url.slice(baseUrl.length).split('?')[0]}`,
    policy: method === 'GET' ? 'read' : 'paid',
    options: { ...request, headers: Object.fromEntries(headers) } as RequestOptions,
    authorize: authorize[host],
    read: (_body, { status, headers, text }) => new Response(text === '' ? null : text, { status, headers }),
  };
}
