import type { ClientOptions } from './client-options.ts';
import { ConfigurationError } from './errors.ts';
import type { MountseaClient } from './mountsea-client.ts';

/** Makes a client. Sends nothing. @throws ConfigurationError when there is no API key, a URL is bad, or this is a browser. */
export function createClient(options: ClientOptions = {}): MountseaClient {
  throw new ConfigurationError(`Not ready: ${Object.keys(options)}`);
}
