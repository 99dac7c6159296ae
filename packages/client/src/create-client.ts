import { bindMethods, bindPaths } from './api.ts';
import type { ClientOptions } from './client-options.ts';
import { readConfig } from './config.ts';
import type { MountseaClient } from './mountsea-client.ts';

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
 * console.log(sessionId);
 * ```
 */
export function createClient(options: ClientOptions = {}): MountseaClient {
  const config = readConfig(options);
  const { baseUrl, usageBaseUrl } = config;
  return { ...bindMethods(config), baseUrl, usageBaseUrl, raw: bindPaths(config) } as MountseaClient;
}
