import { createFinalURL, serializePrimitiveParam } from 'openapi-fetch';
import type { RequestOptions } from './client-options.ts';
import type { Config } from './config.ts';
import { UsageNotConfiguredError } from './errors.ts';
import type { RawClient, RawClients } from './mountsea-client.ts';
import { type Operation, operations, pathOf } from './operations.ts';
import { paginate } from './paginate.ts';
import { type Call, send } from './transport.ts';

type Input = { params?: { query?: Record<string, unknown>; path?: Record<string, unknown> }; body?: unknown };
type Branch = Record<string, unknown>;

// Of openapi-fetch this uses the types and these two functions, not its `createClient`: that builds Headers and a Request for each call,
// which would be taken apart again, and it alone is 2.5 of the 6 kB that a bundle may weigh. Nor its serializer of lists and objects, half
// a kilobyte: no query of the contract holds one. Tests say so, and that what is sent is the same.

function querySerializer(query: Record<string, unknown>): string {
  let text = '';
  for (const name in query) {
    const parameter = serializePrimitiveParam(name, query[name] as string);
    if (parameter) text += text ? `&${parameter}` : parameter;
  }
  return text;
}

/** The methods of the client, one per operation: `a.b` is the function `b` of the object (or function) `a`. */
export function bindMethods(config: Config): Branch {
  const root: Branch = {};
  for (const [name, operation] of Object.entries(operations)) {
    const keys = name.split('.');
    const last = keys.pop() as string;
    let parent = root;
    for (const key of keys) {
      parent[key] ??= {};
      parent = parent[key] as Branch;
    }
    parent[last] = bind(config, name, operation);
  }
  return root;
}

function bind(config: Config, name: string, operation: Operation): unknown {
  const { bare, query, pages } = operation;
  const call = route(config, name, pathOf(name, operation), operation);
  if (bare) return (options?: RequestOptions) => call({}, options);
  if (query) return (value: unknown, options?: RequestOptions) => call({ params: { query: { [query]: value } } }, options);
  if (!pages) return (body: unknown, options?: RequestOptions) => call({ body }, options);
  return (body: { page?: number }, options?: RequestOptions) =>
    paginate(body.page, (number) => call({ body: { ...body, page: number } }, options));
}

/** The paths of both hosts as openapi-fetch types them. */
export function bindPaths(config: Config): RawClients {
  return { suno: bindHost(config) as RawClients['suno'], usage: bindHost(config, 'usage') as RawClients['usage'] };
}

function bindHost(config: Config, host?: 'usage'): RawClient<object> {
  const at =
    (method: 'GET' | 'POST') =>
    (path: string, options: Input & RequestOptions = {}) =>
      route(config, `${method} ${path}`, path, {
        host,
        method,
        // Whatever is no GET counts as paid.
        policy: method === 'GET' ? 'read' : 'once',
        read: (data, { text, ...response }) => ({ data, response: new Response(text || null, response) }),
      })(options, options);
  return { GET: at('GET'), POST: at('POST') } as never;
}

/** A function that sends the requests of an operation. */
function route(
  config: Config,
  operation: string,
  path: string,
  { host, method = 'POST', policy, read }: Operation,
): (input: Input, options?: RequestOptions) => Promise<never> {
  const [baseUrl, keyHeader, keyPrefix] = host
    ? [config.usageBaseUrl, 'x-api-key', '']
    : [config.baseUrl, 'authorization', 'Bearer '];
  return ({ params = {}, body }, options = {}) => {
    if (baseUrl === undefined) {
      const told = 'No usage API: give usageBaseUrl or set MOUNTSEA_USAGE_BASE_URL.';
      return Promise.reject(new UsageNotConfiguredError(told, { operation }));
    }
    // Each field by its name: to spread an object here takes Node 20 more time than all the rest of a call.
    const call: Call = {
      operation,
      method,
      url: createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: String }),
      headers: {},
      attempts: 0,
      status: undefined,
      policy,
      read,
      options,
      keyHeader,
      keyPrefix,
      body: body === undefined ? null : JSON.stringify(body),
    };
    const run = (): Promise<never> => send(config, call) as Promise<never>;
    return config.options.around ? config.options.around(call, run) : run();
  };
}
