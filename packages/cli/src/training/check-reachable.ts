import { connect } from 'node:net';
import { ConnectionError, systemClock } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';

/** How many times to try to connect, and how long to wait in between. A test brings its own values. */
export interface ReachableOptions {
  readonly tries?: number;
  readonly pauseMs?: number;
}

const timeoutMs = 10_000;

/**
 * Checks that something listens at the API's address before a training begins: a mistyped address is reported in seconds, while a training that is
 * under way would retry for minutes. It opens a connection and sends nothing. Rejects with a ConnectionError.
 */
export async function checkReachable(
  baseUrl: string,
  signal: AbortSignal,
  { tries = 4, pauseMs = 1_500 }: ReachableOptions = {},
): Promise<void> {
  // Behind a proxy, only the proxy itself can be reached.
  const { NODE_USE_ENV_PROXY, NODE_OPTIONS } = process.env;
  if (NODE_USE_ENV_PROXY || [NODE_OPTIONS, ...process.execArgv].join(' ').includes('--use-env-proxy')) return;
  const { hostname, host, port, protocol } = new URL(baseUrl);
  const address = { host: hostname.replace(/^\[|\]$/gu, ''), port: Number(port) || (protocol === 'https:' ? 443 : 80) };
  for (let left = tries; ; left -= 1) {
    try {
      return await openConnection(address, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (left <= 1)
        throw new ConnectionError(`${host} cannot be reached: ${printableText(reasonOf(error))}`, {
          attempts: tries,
          sent: 'no',
          retryable: true,
          cause: error,
        });
      await systemClock.sleep(pauseMs, signal);
    }
  }
}

async function openConnection(address: { host: string; port: number }, signal: AbortSignal): Promise<void> {
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
    socket.once('timeout', () => end(new Error('it does not respond')));
    socket.on('error', (error) => end(error));
  });
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no network',
};

function reasonOf(error: unknown): string {
  // When a name has several addresses, their failures come together.
  const one = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { code = '', message = '' } = one as NodeJS.ErrnoException;
  return reasons[code] ?? (message || code);
}
