import { createApi } from './api.ts';
import type { ClientOptions } from './client-options.ts';
import { readConfig } from './config.ts';
import type { MountseaClient } from './mountsea-client.ts';
import { readTaskRef } from './read.ts';
import { customModel } from './resources/custom-model.ts';
import { tasks } from './resources/tasks.ts';
import { usage } from './resources/usage.ts';

/**
 * Makes a client. Sends nothing.
 *
 * @throws ConfigurationError when there is no API key, a URL is bad, or this is a browser.
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 *
 * const client = createClient({ timeoutMs: 60_000 });
 * const { sessionId } = await client.customModel.prepare();
 * ```
 */
export function createClient(options: ClientOptions = {}): MountseaClient {
  const config = readConfig(options);
  const api = createApi(config);
  return {
    baseUrl: config.baseUrl,
    usageBaseUrl: config.usageBaseUrl,
    customModel: customModel(api),
    tasks: tasks(api),
    usage: usage(api),
    generate: (body, options) => api.call('generate', readTaskRef, { body }, options),
    raw: api.raw,
  };
}
