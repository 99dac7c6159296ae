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
    if (signal?.aborted) return reject(signal.reason);
    const controller = new AbortController();
    const cleanUp = (): void => {
      cancelTimer();
      signal?.removeEventListener('abort', onAbort);
    };
    const stop = (reason: unknown): void => {
      cleanUp();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(signal?.reason);
    const cancelTimer = startTimer(clock, limitMs, () => stop(timeIsOver));
    signal?.addEventListener('abort', onAbort);
    run(controller.signal).then(
      (value) => {
        cleanUp();
        resolve(value);
      },
      (error: unknown) => {
        cleanUp();
        reject(error);
      },
    );
  });
}
