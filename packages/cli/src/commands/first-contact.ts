import { connect } from 'node:net';
import { ConnectionError, systemClock } from '@mountsea-suno/client';
import { plain } from '../text/plain.ts';

/** How often and how patiently to knock; for tests. */
export interface ContactOptions {
  readonly tries?: number;
  readonly pauseMs?: number;
}

const timeoutMs = 10_000;

/**
 * Makes sure that somebody listens at the API's address, before a training begins: a mistyped address is told in seconds, where a training
 * under way would bear the silence for minutes. It opens a connection and sends nothing. Rejects with a ConnectionError.
 */
export async function firstContact(
  baseUrl: string,
  signal: AbortSignal,
  { tries = 4, pauseMs = 1_500 }: ContactOptions = {},
): Promise<void> {
  // Behind a proxy only the proxy can be reached.
  const { NODE_USE_ENV_PROXY, NODE_OPTIONS } = process.env;
  if (NODE_USE_ENV_PROXY || [NODE_OPTIONS, ...process.execArgv].join(' ').includes('--use-env-proxy')) return;
  const { hostname, host, port, protocol } = new URL(baseUrl);
  const address = { host: hostname.replace(/^\[|\]$/gu, ''), port: Number(port) || (protocol === 'https:' ? 443 : 80) };
  for (let left = tries; ; left -= 1) {
    try {
      return await knock(address, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (left <= 1)
        throw new ConnectionError(`${host} cannot be reached: ${plain(reasonOf(error))}`, {
          attempts: tries,
          sent: 'no',
          retryable: true,
          cause: error,
        });
      await systemClock.sleep(pauseMs, signal);
    }
  }
}

async function knock(address: { host: string; port: number }, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ ...address, timeout: timeoutMs });
    const end = (error?: unknown): void => {
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      if (error === undefined) resolve();
      else reject(error);
    };
    const onAbort = (): void => end(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => end());
    socket.once('timeout', () => end(new Error('no answer')));
    socket.on('error', (error) => end(error));
  });
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
};

function reasonOf(error: unknown): string {
  // Several addresses of one name fail together.
  const one = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { code = '', message = '' } = one as NodeJS.ErrnoException;
  return reasons[code] ?? (message || code);
}
