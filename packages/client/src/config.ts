import type { ClientOptions, RetryOptions } from './client-options.ts';
import { type Clock, systemClock } from './clock.ts';
import { ConfigurationError } from './errors.ts';

const defaultBaseUrl = 'https://api.mountsea.ai';
const defaultUsageBaseUrl = 'https://dk.mountsea.ai';

/** The options of a client with every default filled in. */
export interface Config {
  options: ClientOptions;
  apiKey: () => string | Promise<string>;
  baseUrl: string;
  usageBaseUrl: string | undefined;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  timeoutMs: number;
  retry: Required<RetryOptions>;
  clock: Clock;
  random: () => number;
}

export function readConfig(options: ClientOptions): Config {
  if ('document' in globalThis && !options.dangerouslyAllowBrowser) {
    throw new ConfigurationError('A browser shows the key: see dangerouslyAllowBrowser.');
  }
  const given = options.apiKey ?? environment('MOUNTSEA_API_KEY');
  const key = typeof given === 'function' ? given : checkKey(given);
  const baseUrl = readUrl('baseUrl', options.baseUrl ?? environment('MOUNTSEA_BASE_URL') ?? defaultBaseUrl);
  const usageBaseUrl =
    options.usageBaseUrl ??
    environment('MOUNTSEA_USAGE_BASE_URL') ??
    (baseUrl === defaultBaseUrl ? defaultUsageBaseUrl : undefined);
  return {
    options,
    apiKey: typeof key === 'function' ? async () => checkKey(await key()) : () => key,
    baseUrl,
    usageBaseUrl: usageBaseUrl === undefined ? undefined : readUrl('usageBaseUrl', usageBaseUrl),
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeoutMs: options.timeoutMs ?? 120_000,
    retry: {
      maxAttempts: 4,
      baseMs: 500,
      capMs: 8_000,
      retryAfterCapMs: 60_000,
      attemptTimeoutMs: 30_000,
      ...(options.retry === false ? { maxAttempts: 1 } : options.retry),
    },
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

/** A variable of the environment, where there is one; an empty one counts as none. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}

/** The message never holds the key. Anything but visible ASCII would fail as a header, in an error of the platform that shows it. */
function checkKey(key: unknown): string {
  if (typeof key === 'string' && /^[!#-[\]-~]+$/.test(key)) return key;
  throw new ConfigurationError(key ? 'The API key is malformed.' : 'No API key: give apiKey or set MOUNTSEA_API_KEY.');
}

function readUrl(name: string, value: string): string {
  if (/^https?:\/\/[^@?#]+$/i.test(value) && URL.canParse(value)) return value.replace(/\/+$/, '');
  throw new ConfigurationError(`${name} is no plain http(s) URL.`);
}
