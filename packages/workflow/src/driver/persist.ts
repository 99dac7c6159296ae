import { retryDelayMs } from '../poll/index.ts';
import type { RunContext } from './run-context.ts';
import { tellTrouble } from './tell-trouble.ts';

/** Trouble without a good answer in between is borne for so long. */
export const TROUBLE_MS = 300_000;
/** And so many times at least: a machine that slept meanwhile has not tried. */
const TROUBLE_TRIES = 4;
/** Where nothing is lost by giving up: a mistyped address is to be told soon. */
const BRIEF_MS = 30_000;

/** Makes a call that may be made again, until it gives a value or an error that no repetition cures. */
export async function persist<T>(run: RunContext, call: () => Promise<T>, briefly = false): Promise<T> {
  const until = run.clock.now() + (briefly ? BRIEF_MS : TROUBLE_MS);
  for (let failures = 1; ; failures++) {
    try {
      return await call();
    } catch (error) {
      const isOver = (briefly || failures >= TROUBLE_TRIES) && run.clock.now() >= until;
      if (isOver) throw error;
      const retryInMs = retryDelayMs(error, failures, run.random);
      tellTrouble(run, error, retryInMs);
      await run.clock.sleep(retryInMs, run.signal);
    }
  }
}
