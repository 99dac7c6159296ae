/**
 * The source of a sandbox's time.
 *
 * @example
 * ```ts
 * import { createSandbox, realClock, type SandboxClock } from '@mountsea-suno/sandbox';
 *
 * const aMinuteAhead: SandboxClock = { ...realClock, now: () => realClock.now() + 60_000 };
 * createSandbox({ clock: aMinuteAhead });
 * ```
 */
export interface SandboxClock {
  /** The time of day, in ms since the epoch. It may jump. */
  now(): number;
  /** Milliseconds since some fixed moment. It never jumps and never runs backwards. */
  monotonic(): number;
  /** Resolves after `ms` of monotonic time; rejects with `signal.reason` when aborted, and leaves no listener on the signal. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Only on a virtual clock: keeps the time from moving while `promise` is pending. */
  hold?<T>(promise: Promise<T>): Promise<T>;
  /** Only on a virtual clock: the clock of another machine, which does not jump when this one does. A sandbox takes one for itself. */
  fork?(): SandboxClock;
}

/** The clock of the machine. */
export const realClock: SandboxClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
