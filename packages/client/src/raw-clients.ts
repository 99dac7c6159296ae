// The one file that imports openapi-fetch.
import type { ResponseBody, SunoPaths, UsagePaths } from '@mountsea-suno/types';
import createOpenApiClient, { type Client, type ClientPathsWithMethod, type MaybeOptionalInit } from 'openapi-fetch';
import type { Config } from './config.ts';
import { fetchWithRetry } from './fetch-with-retry.ts';
import type { RequestOptions } from './options.ts';
import type { Host } from './send-request.ts';

/** Both hosts of the API as openapi-fetch clients, whose `fetch` retries what may be retried and throws a typed error for what failed. */
export function createRawClients(config: Config): RawClients {
  return {
    suno: createRawClient<SunoPaths>(config, { baseUrl: config.baseUrl, keyHeader: 'authorization', keyPrefix: 'Bearer ' }),
    usage: createRawClient<UsagePaths>(config, { baseUrl: config.usageBaseUrl, keyHeader: 'x-api-key', keyPrefix: '' }),
  };
}

function createRawClient<Paths extends object>(config: Config, host: Host): RawClient<Paths> {
  const baseUrl = host.baseUrl ?? unconfigured;
  const headers = { accept: 'application/json' };
  const client = createOpenApiClient<Paths>({ baseUrl, headers, fetch: fetchWithRetry(config, host) });
  // openapi-fetch cannot know that its `fetch` throws what failed, so it types `data` as missing where there was an error.
  return client as unknown as RawClient<Paths>;
}

/** openapi-fetch builds the URL before the call fails for the missing host, so it needs a placeholder. */
const unconfigured = 'http://usage.invalid';

/**
 * The paths of a host, as openapi-fetch types them. It is an openapi-fetch client, middleware included, whose calls throw what fails: `error` is never
 * set, and `data` is always set. Its calls also take the `timeoutMs`, `beforeSend` and `onResponse` of {@link RequestOptions}.
 *
 * @example
 * ```ts
 * import { createClient, type RawClient } from '@mountsea-suno/client';
 * import type { SunoPaths } from '@mountsea-suno/types';
 *
 * const suno: RawClient<SunoPaths> = createClient().raw.suno;
 * const { data, response } = await suno.POST('/suno/v2/customModel/prepare', { timeoutMs: 10_000 });
 * console.log(data.sessionId, response.status);
 * ```
 */
export interface RawClient<Paths extends object> extends Pick<Client<Paths>, 'use' | 'eject'> {
  /** Calls a GET of the contract. */
  readonly GET: RawMethod<Paths, 'get'>;
  /** Calls a POST of the contract. */
  readonly POST: RawMethod<Paths, 'post'>;
  /** Calls a PUT of the contract. */
  readonly PUT: RawMethod<Paths, 'put'>;
  /** Calls a PATCH of the contract. */
  readonly PATCH: RawMethod<Paths, 'patch'>;
  /** Calls a DELETE of the contract. */
  readonly DELETE: RawMethod<Paths, 'delete'>;
}

/** One HTTP method of a {@link RawClient}. */
export type RawMethod<Paths extends object, Method extends 'get' | 'post' | 'put' | 'patch' | 'delete'> = <
  Path extends ClientPathsWithMethod<Client<Paths>, Method>,
  Init extends MaybeOptionalInit<Paths[Path & keyof Paths], Method & keyof Paths[Path & keyof Paths]>,
>(
  path: Path,
  ...init: undefined extends Init ? [init?: Init & RawOptions] : [init: Init & RawOptions]
) => Promise<RawResult<ResponseBody<Paths[Path & keyof Paths][Method & keyof Paths[Path & keyof Paths]]>>>;

/** The options of a raw call that openapi-fetch does not have. */
export type RawOptions = Pick<RequestOptions, 'timeoutMs' | 'beforeSend' | 'onResponse'>;

/** What a call of a {@link RawClient} gives. */
export interface RawResult<Data> {
  /** The JSON of the response. Unlike a method's value it is not checked. */
  readonly data: Data;
  /** Never set: a call that fails throws. */
  readonly error?: never;
  /** The response, with its headers and status. */
  readonly response: Response;
}

/** Both hosts, path by path. */
export interface RawClients {
  /** The Suno API. */
  readonly suno: RawClient<SunoPaths>;
  /** The usage API. */
  readonly usage: RawClient<UsagePaths>;
}

/**
 * The raw client of a host, with your own types for paths that the contract does not have yet. An operation that the contract does not have counts as
 * paid, unless it is a GET: it is sent again only when it is known never to have left.
 *
 * @param host Which of the two hosts has the paths. Default `suno`.
 * @example
 * ```ts
 * import { createClient, rawOf } from '@mountsea-suno/client';
 *
 * interface MyPaths {
 *   '/api-user/usage/search': {
 *     post: {
 *       requestBody: { content: { 'application/json': { dateRange: { start: number; end: number } } } };
 *       responses: { 200: { content: { 'application/json': unknown } } };
 *     };
 *   };
 * }
 * const usage = rawOf<MyPaths>(createClient(), 'usage');
 * const body = { dateRange: { start: Date.now() - 86_400_000, end: Date.now() } };
 * const found = await usage.POST('/api-user/usage/search', { body }).catch(() => undefined);
 * console.log(found?.data);
 * ```
 */
export function rawOf<Paths extends object>(
  client: { readonly raw: RawClients },
  host: keyof RawClients = 'suno',
): RawClient<Paths> {
  return client.raw[host] as unknown as RawClient<Paths>;
}
