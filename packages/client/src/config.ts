import { type Clock, systemClock } from '@mountsea-suno/internal';
import { ConfigurationError } from './errors.ts';
import type { Hooks } from './hooks.ts';
import type { ClientOptions, RetryOptions } from './options.ts';

const defaultBaseUrl = 'https://api.mountsea.ai';
const defaultUsageBaseUrl = 'https://dk.mountsea.ai';

/** The options of a client with every default filled in. */
export interface Config {
  hooks: Hooks;
  apiKey: () => string | Promise<string>;
  baseUrl: string;
  usageBaseUrl: string | undefined;
  /** The caller's own `fetch`; `undefined`: the platform's. */
  fetch: ClientOptions['fetch'];
  /** Whether an error for a connection that was never established proves that no request left. */
  sendsOnce: boolean;
  timeoutMs: number;
  maxResponseBytes: number;
  retry: { [Name in keyof RetryOptions]-?: number };
  clock: Clock;
  random: () => number;
}

export function readConfig(options: ClientOptions): Config {
  if ('document' in globalThis && !options.dangerouslyAllowBrowser) {
    throw new ConfigurationError('In a browser everybody can read the key: see dangerouslyAllowBrowser.');
  }
  const given = options.apiKey ?? environment('MOUNTSEA_API_KEY');
  const key = typeof given === 'function' ? given : checkKey(given);
  const baseUrl = readUrl('baseUrl', options.baseUrl ?? environment('MOUNTSEA_BASE_URL') ?? defaultBaseUrl);
  const usageBaseUrl =
    options.usageBaseUrl ??
    environment('MOUNTSEA_USAGE_BASE_URL') ??
    (baseUrl === defaultBaseUrl ? defaultUsageBaseUrl : undefined);
  const retry = options.retry === false ? { maxAttempts: 1 } : (options.retry ?? {});
  return {
    hooks: options,
    apiKey: typeof key === 'function' ? async () => checkKey(await key()) : () => key,
    baseUrl,
    usageBaseUrl: usageBaseUrl === undefined ? undefined : readUrl('usageBaseUrl', usageBaseUrl),
    fetch: options.fetch,
    sendsOnce: options.fetch === undefined || options.fetchSendsOnce === true,
    timeoutMs: readNumber('timeoutMs', options.timeoutMs, 120_000),
    maxResponseBytes: readNumber('maxResponseBytes', options.maxResponseBytes, 8 * 1024 * 1024),
    retry: {
      maxAttempts: readNumber('retry.maxAttempts', retry.maxAttempts, 4),
      baseMs: readNumber('retry.baseMs', retry.baseMs, 500),
      capMs: readNumber('retry.capMs', retry.capMs, 8_000),
      retryAfterCapMs: readNumber('retry.retryAfterCapMs', retry.retryAfterCapMs, 60_000),
      attemptTimeoutMs: readNumber('retry.attemptTimeoutMs', retry.attemptTimeoutMs, 30_000),
    },
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

/** An environment variable, on a platform that has them; an empty one counts as missing. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}

/** The message never holds the key. Any character but visible ASCII is refused, because the platform's error for such a header shows its value. */
function checkKey(key: unknown): string {
  if (typeof key === 'string' && /^[!#-[\]-~]+$/.test(key)) return key;
  throw new ConfigurationError(key ? 'The API key is malformed.' : 'There is no API key: give apiKey or set MOUNTSEA_API_KEY.');
}

function readUrl(name: string, value: string): string {
  if (/^https?:\/\/[^@?#]+$/i.test(value) && URL.canParse(value)) return value.replace(/\/+$/, '');
  throw new ConfigurationError(`${name} is not a plain http(s) URL.`);
}

function readNumber(name: string, value: number | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  if (typeof value === 'number' && value >= 0) return value;
  throw new ConfigurationError(`${name} is not a number of at least 0.`);
}
