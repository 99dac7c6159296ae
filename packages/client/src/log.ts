import type { ClientOptions } from './client-options.ts';
import { environment } from './config.ts';
import { redactBody, redactHeaders, redactUrl } from './log-redaction.ts';
import { redact, withoutUrlSecrets } from './redact.ts';
import { tell } from './tell.ts';

/**
 * How much is logged; each level includes those before it. `error`: calls that failed. `warn`: attempts that are repeated. `info`: one
 * line per answer. `debug`: requests and answers with headers and bodies.
 *
 * @example
 * ```ts
 * import { type LogLevel, withLogging } from '@mountsea-suno/client/log';
 *
 * const level: LogLevel = 'warn';
 * withLogging({}, { level });
 * ```
 */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/**
 * Takes log lines. `console` fits.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { type Logger, withLogging } from '@mountsea-suno/client/log';
 *
 * const lines: string[] = [];
 * const keep = (line: string): void => void lines.push(line);
 * const logger: Logger = { error: keep, warn: keep, info: keep, debug: keep };
 * await createClient(withLogging({}, { logger })).customModel.prepare();
 * console.log(lines);
 * ```
 */
export type Logger = Record<Exclude<LogLevel, 'off'>, (message: string, details?: Record<string, unknown>) => void>;

/**
 * How {@link withLogging} goes about it.
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
  logger?: Logger;
  /** Default: what the environment's `MOUNTSEA_LOG` says, else `info` with a logger of your own and `off` without. */
  level?: LogLevel;
}

const levels: readonly LogLevel[] = ['off', 'error', 'warn', 'info', 'debug'];

/**
 * Client options with which the client logs what it does. Secrets are taken out: the API key wherever it stands, headers and fields
 * that sound like one, and the queries of URLs, which may be presigned.
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
    tell((line: string) => logger[name](line, ...(clean ? [clean] : [])), redact(message, key));
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
      tell(options.onRequest, event);
      const { operation, method, url, attempt, headers, body } = event;
      const details = { headers: redactHeaders(headers), body: redactBody(body ?? '') };
      at('debug', `${operation}: ${method} ${redactUrl(url)}, attempt ${attempt}`, details);
    },
    onResponse: (event) => {
      tell(options.onResponse, event);
      const { operation, status, attempt, durationMs, headers, text } = event;
      at('info', `${operation}: HTTP ${status} after ${Math.round(durationMs)} ms, attempt ${attempt}`);
      at('debug', `${operation}: answer`, { headers: redactHeaders(Object.fromEntries(headers)), body: redactBody(text) });
    },
    onRetry: (event) => {
      tell(options.onRetry, event);
      at('warn', `${event.error.message} Attempt ${event.attempt}; the next one in ${Math.round(event.delayMs)} ms`);
    },
    onError: (event) => {
      tell(options.onError, event);
      at('error', event.error instanceof Error ? withoutUrlSecrets(event.error.message) : `${event.operation}: aborted`);
    },
  };
}

function standardError(): Logger {
  const { console } = globalThis;
  const write: Logger['error'] = (message, details) => console.error(message, ...(details ? [details] : []));
  return { error: write, warn: write, info: write, debug: write };
}
