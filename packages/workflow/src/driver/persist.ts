import { isMountseaError } from '@mountsea-suno/client';
import { problemOf } from './problem-of.ts';
import type { RunContext } from './run-context.ts';

/** Trouble without a good answer in between is borne for so long. */
export const TROUBLE_MS = 300_000;
/** And so many times at least: a machine that slept meanwhile has not tried. */
const TROUBLE_TRIES = 4;
/** Where nothing is lost by giving up: a mistyped address is to be told soon. */
const BRIEF_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** How long to wait after so many failures in a row; the server's own wish counts up to a minute. */
export function retryDelayMs(error: unknown, failures: number, random: () => number): number {
  const asked = isMountseaError(error) ? error.retryAfterMs : undefined;
  if (asked !== undefined) return Math.min(asked, 60_000);
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + random() / 2);
}

/** Makes a call that may be made again, until it gives a value or an error that no repetition cures. */
export async function persist<T>(run: RunContext, call: () => Promise<T>, briefly = false): Promise<T> {
  const until = run.clock.now() + (briefly ? BRIEF_MS : TROUBLE_MS);
  for (let failures = 1; ; failures++) {
    try {
      return await call();
    } catch (error) {
      const isOver = (briefly || failures >= TROUBLE_TRIES) && run.clock.now() >= until;
      if (isOver || !isMountseaError(error) || !error.retryable) throw error;
      const retryInMs = retryDelayMs(error, failures, run.random);
      run.emit({ type: 'trouble', ...problemOf(error), retryInMs });
      await run.clock.sleep(retryInMs, run.signal);
    }
  }
}
