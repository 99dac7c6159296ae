import { lookup } from 'node:dns/promises';

/**
 * The addresses of a host name, as this machine resolves it, for the option `resolve` of `createPreflight`.
 *
 * @example
 * ```ts
 * import { createPreflight } from '@mountsea-suno/workflow';
 * import { resolveHost } from '@mountsea-suno/workflow/node';
 *
 * const preflight = createPreflight({ resolve: resolveHost });
 * console.log(typeof preflight, await resolveHost('127.0.0.1')); // function [ '127.0.0.1' ]
 * ```
 */
export async function resolveHost(hostname: string): Promise<string[]> {
  const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
  return addresses.map(({ address }) => address);
}
