import { createFinalURL, createQuerySerializer } from 'openapi-fetch';
import type { RequestOptions } from './client-options.ts';
import type { Config } from './config.ts';
import { UsageNotConfiguredError } from './errors.ts';
import type { RawClient, RawClients } from './mountsea-client.ts';
import { type Operation, operations, pathOf } from './operations.ts';
import { paginate } from './paginate.ts';
import { type Call, send } from './transport.ts';

type Host = 'suno' | 'usage';
type Input = { params?: { query?: Record<string, unknown>; path?: Record<string, unknown> }; body?: unknown };
type Branch = Record<string, unknown>;

const querySerializer = createQuerySerializer();

// Of openapi-fetch this uses the types and the serializers, not its `createClient`: that builds Headers and a Request for each call, which
// would be taken apart again, and it alone is 2.5 of the 6 kB that a bundle may weigh. A test holds both to the same requests.

/** The methods of the client, one per operation: `a.b` is the function `b` of the object (or function) `a`. */
export function bindMethods(config: Config): Branch {
  const root: Branch = {};
  for (const [name, operation] of Object.entries(operations)) {
    let parent = root;
    const keys = name.split('.');
    const last = keys.pop() as string;
    for (const key of keys) {
      parent[key] ??= {};
      parent = parent[key] as Branch;
    }
    parent[last] = bind(config, name, operation);
  }
  return root;
}

function bind(config: Config, name: string, operation: Operation): unknown {
  const { host = 'suno', method = 'POST', policy, read, bare, query, pages } = operation;
  const call = (input: Input, options: RequestOptions = {}): Promise<never> =>
    request(config, host, method, pathOf(name, operation), input, { operation: name, policy, options, read });
  if (bare) return (options?: RequestOptions) => call({}, options);
  if (query) return (value: unknown, options?: RequestOptions) => call({ params: { query: { [query]: value } } }, options);
  if (!pages) return (body: unknown, options?: RequestOptions) => call({ body }, options);
  return (body: { page?: number }, options?: RequestOptions) =>
    paginate(body.page, (number) => call({ body: { ...body, page: number } }, options));
}

/** The paths of both hosts as openapi-fetch types them. */
export function bindPaths(config: Config): RawClients {
  return { suno: bindHost(config, 'suno') as RawClients['suno'], usage: bindHost(config, 'usage') as RawClients['usage'] };
}

/** Whatever is no GET counts as paid. */
function bindHost(config: Config, host: Host): RawClient<object> {
  const at =
    (method: 'GET' | 'POST') =>
    (path: string, options: Input & RequestOptions = {}) =>
      request(config, host, method, path, options, {
        operation: `${method} ${path}`,
        policy: method === 'GET' ? 'read' : 'once',
        options,
        read: (data, { text, ...response }) => ({ data, response: new Response(text || null, response) }),
      });
  return { GET: at('GET'), POST: at('POST') } as never;
}

function request(
  config: Config,
  host: Host,
  method: string,
  path: string,
  { params = {}, body }: Input,
  call: Pick<Call, 'operation' | 'policy' | 'options' | 'read'>,
): Promise<never> {
  const baseUrl = host === 'suno' ? config.baseUrl : config.usageBaseUrl;
  if (baseUrl === undefined) {
    return Promise.reject(
      new UsageNotConfiguredError('No usage API: give usageBaseUrl or set MOUNTSEA_USAGE_BASE_URL.', {
        operation: call.operation,
      }),
    );
  }
  const url = createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: String });
  const authorize = host === 'suno' ? bearer : apiKeyHeader;
  const text = body === undefined ? null : JSON.stringify(body);
  const sent: Call = { ...call, method, url, body: text, authorize, headers: {}, attempts: 0, status: undefined };
  const run = (): Promise<never> => send(config, sent) as Promise<never>;
  return config.options.around ? config.options.around(sent, run) : run();
}

const bearer: Call['authorize'] = (headers, key) => {
  headers.authorization = `Bearer ${key}`;
};
const apiKeyHeader: Call['authorize'] = (headers, key) => {
  headers['x-api-key'] = key;
};
