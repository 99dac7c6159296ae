import type { RetryOptions } from './client-options.ts';

/** The wait before the next attempt, in milliseconds; `undefined`: no further attempt. `attempt` counts from 1. */
export function retryDelayMs(
  retry: Required<RetryOptions>,
  attempt: number,
  random: () => number,
  serverAsksMs: number | undefined,
): number | undefined {
  if (attempt >= retry.maxAttempts) return undefined;
  if (serverAsksMs !== undefined) return serverAsksMs <= retry.retryAfterCapMs ? serverAsksMs : undefined;
  return random() * Math.min(retry.capMs, retry.baseMs * 2 ** (attempt - 1));
}
