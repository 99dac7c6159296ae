import { type Clock, startTimer } from './clock.ts';

/** The reason with which a request is aborted when its time is over. */
export const timeIsOver: Error = new Error('The time for the request is over.');

/**
 * Runs one request under a time limit and the caller's signal. Rejects with `timeIsOver` or with `signal.reason` at once, also when
 * `run` ignores its signal. Leaves neither a timer nor a listener.
 */
export function attempt<T>(
  clock: Clock,
  limitMs: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const after =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        cancelTimer();
        signal?.removeEventListener('abort', onAbort);
        settle(value);
      };
    const fail = after(reject);
    const stop = (reason: unknown): void => {
      fail(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(signal?.reason);
    const cancelTimer = startTimer(clock, limitMs, () => stop(timeIsOver));
    signal?.addEventListener('abort', onAbort);
    run(controller.signal).then(after(resolve), fail);
  });
}
