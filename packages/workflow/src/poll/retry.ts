import { type Clock, isMountseaError } from '@mountsea-suno/client';
import { type Backoff, backoffMs } from '@mountsea-suno/internal';
import { type Problem, problemOf } from '../errors/problem.ts';

const BACKOFF: Backoff = { baseMs: 1_000, capMs: 15_000 };
/** A server that asks for a longer wait than this gets this one. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** How long to wait after a number of failures in a row: as long as the server asks for, or else a growing time whose second half is random. */
export function retryDelayMs(error: unknown, failures: number, random: () => number): number {
  return retryAfterMs(error) ?? backoffMs(failures, BACKOFF, () => 0.5 + random() / 2);
}

/** How long the server asks to wait, on a response or on an error. */
export function retryAfterMs(from: unknown): number | undefined {
  const { retryAfterMs: asked } = Object(from) as { retryAfterMs?: unknown };
  return typeof asked === 'number' && asked >= 0 ? Math.min(asked, LONGEST_RETRY_AFTER_MS) : undefined;
}

/** A call that has failed, before it is made again. */
export interface FailedCall {
  error: unknown;
  /** How long to wait before that, in milliseconds. */
  retryInMs: number;
}

/** Reports failed calls that are worth another attempt; throws the error of any other. */
export function reportRetries(report: (retry: Problem & { retryInMs: number }) => void): (failed: FailedCall) => void {
  return ({ error, retryInMs }) => {
    if (!isMountseaError(error) || !error.retryable) throw error;
    report({ ...problemOf(error), retryInMs });
  };
}

/** Calls may fail this long, without one that succeeds, before it is given up. */
export const LONGEST_OUTAGE_MS = 300_000;
/** An outage also takes this many attempts, because a machine that was asleep in the meantime has not tried. */
const MIN_ATTEMPTS = 4;
/** The limit where nothing is lost by giving up, so that a mistyped address is reported soon. */
const BRIEF_OUTAGE_MS = 30_000;

/** What a retry works with. */
export interface RetryContext {
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  signal: AbortSignal;
  /** Called before each wait. It throws to end the attempts with an error that will not pass. */
  onRetry(failed: FailedCall): void;
}

/** Makes a call, which must be safe to repeat, until it succeeds or another attempt would not help. */
export async function retryCall<T>(context: RetryContext, call: () => Promise<T>, briefly = false): Promise<T> {
  const { clock } = context;
  const until = clock.now() + (briefly ? BRIEF_OUTAGE_MS : LONGEST_OUTAGE_MS);
  for (let failures = 1; ; failures++) {
    try {
      return await call();
    } catch (error) {
      const isOver = (briefly || failures >= MIN_ATTEMPTS) && clock.now() >= until;
      if (isOver) throw error;
      const retryInMs = retryDelayMs(error, failures, context.random);
      context.onRetry({ error, retryInMs });
      await clock.sleep(retryInMs, context.signal);
    }
  }
}
