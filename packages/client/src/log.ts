import { withoutUrlSecrets } from '@mountsea-suno/internal';
import { environment } from './config.ts';
import { notify } from './hooks.ts';
import type { ClientOptions } from './options.ts';
import { parseJson, redact, redacted, redactUrl, secretName } from './redact.ts';

/**
 * How much is logged; each level includes those before it. `error`: calls that failed. `warn`: attempts that are repeated. `info`: one
 * line per response. `debug`: requests and responses with headers and bodies.
 */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Takes log lines. `console` fits. */
export type Logger = Record<Exclude<LogLevel, 'off'>, (message: string, details?: Record<string, unknown>) => void>;

/**
 * What {@link withLogging} takes.
 *
 * @example
 * ```ts
 * import { type LogSettings, withLogging } from '@mountsea-suno/client/log';
 *
 * const settings: LogSettings = { level: 'info', logger: console };
 * withLogging({}, settings);
 * ```
 */
export interface LogSettings {
  /** Default: standard error. */
  logger?: Logger | undefined;
  /** Default: the environment's `MOUNTSEA_LOG`, else `info` if you pass a logger and `off` if you do not. */
  level?: LogLevel | undefined;
}

/** Longer texts are cut to this many characters. */
const maxTextLength = 2_000;

const levels: readonly LogLevel[] = ['off', 'error', 'warn', 'info', 'debug'];

/**
 * Client options with which the client logs what it does. Secrets are taken out: the API key wherever it occurs, headers and fields whose
 * names suggest one, and the queries of URLs, which may be presigned.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { withLogging } from '@mountsea-suno/client/log';
 *
 * const client = createClient(withLogging({}, { level: 'debug' }));
 * await client.customModel.prepare();
 * ```
 */
export function withLogging(options: ClientOptions = {}, settings: LogSettings = {}): ClientOptions {
  const named = settings.level ?? environment('MOUNTSEA_LOG');
  const level = levels.indexOf((named ?? (settings.logger ? 'info' : 'off')) as LogLevel);
  if (level < 1) return options;
  const logger = settings.logger ?? standardError();
  let key = typeof options.apiKey === 'string' ? options.apiKey : (environment('MOUNTSEA_API_KEY') ?? '');
  const at = (name: keyof Logger, message: string, details?: Record<string, unknown>): void => {
    if (levels.indexOf(name) > level) return;
    const clean = details && (JSON.parse(redact(JSON.stringify(details), key)) as Record<string, unknown>);
    notify((line: string) => logger[name](line, ...(clean ? [clean] : [])), redact(message, key));
  };
  const { apiKey } = options;
  return {
    ...options,
    ...(typeof apiKey === 'function' && {
      apiKey: async () => {
        key = await apiKey();
        return key;
      },
    }),
    onRequest: (event) => {
      notify(options.onRequest, event);
      const { operation, method, url, attempt, headers, body } = event;
      const details = { headers: redactHeaders(headers), body: redactBody(body ?? '') };
      at('debug', `${operation}: ${method} ${redactUrl(url)}, attempt ${attempt}`, details);
    },
    onResponse: (event) => {
      notify(options.onResponse, event);
      const { operation, status, attempt, durationMs, headers, text } = event;
      at('info', `${operation}: HTTP ${status} after ${Math.round(durationMs)} ms, attempt ${attempt}`);
      at('debug', `${operation}: response`, { headers: redactHeaders(Object.fromEntries(headers)), body: redactBody(text) });
    },
    onRetry: (event) => {
      notify(options.onRetry, event);
      at('warn', `${event.error.message} Attempt ${event.attempt}; the next one in ${Math.round(event.delayMs)} ms`);
    },
    onError: (event) => {
      notify(options.onError, event);
      at('error', event.error instanceof Error ? withoutUrlSecrets(event.error.message) : `${event.operation}: aborted`);
    },
  };
}

function standardError(): Logger {
  const { console } = globalThis;
  const write: Logger['error'] = (message, details) => console.error(message, ...(details ? [details] : []));
  return { error: write, warn: write, info: write, debug: write };
}

/** Headers without the values of those that may hold a secret. */
function redactHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secretName.test(name) ? redacted : value]));
}

/** A body for the log: cut, with secret fields hidden and without the queries of the URLs in it, which may be presigned. */
function redactBody(text: string): unknown {
  if (text === '') return undefined;
  const value = parseJson(text);
  if (value === undefined) return withoutUrlSecrets(text.slice(0, maxTextLength));
  const safe = JSON.stringify(value, (name, it: unknown) => {
    if (name !== '' && secretName.test(name) && typeof it === 'string') return redacted;
    return typeof it === 'string' ? withoutUrlSecrets(it.slice(0, maxTextLength)) : it;
  });
  return safe.length <= maxTextLength ? parseJson(safe) : safe.slice(0, maxTextLength);
}
