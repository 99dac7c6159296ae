/**
 * Where a sandbox gets its time from.
 *
 * @example
 * ```ts
 * import { createSandbox, type SandboxClock } from '@mountsea-suno/sandbox';
 *
 * const stopped: SandboxClock = { now: () => 0, sleep: () => Promise.resolve() };
 * createSandbox({ clock: stopped });
 * ```
 */
export interface SandboxClock {
  /**
   * Milliseconds since the epoch.
   *
   * @example
   * ```ts
   * import { realClock } from '@mountsea-suno/sandbox';
   *
   * console.log(new Date(realClock.now()).toISOString());
   * ```
   */
  now(): number;
  /**
   * Resolves after `ms`; rejects with `signal.reason` when aborted.
   *
   * @example
   * ```ts
   * import { realClock } from '@mountsea-suno/sandbox';
   *
   * await realClock.sleep(10);
   * ```
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Where the clock is virtual: keeps it from moving while `promise` is pending.
   *
   * @example
   * ```ts
   * import { createVirtualClock } from '@mountsea-suno/sandbox';
   *
   * const clock = createVirtualClock();
   * console.log(await clock.run(clock.hold(crypto.subtle.digest('SHA-256', new Uint8Array(8)))));
   * ```
   */
  hold?<T>(promise: Promise<T>): Promise<T>;
}

/**
 * The clock of the machine.
 *
 * @example
 * ```ts
 * import { createSandbox, realClock } from '@mountsea-suno/sandbox';
 *
 * createSandbox({ clock: { ...realClock, now: () => realClock.now() + 60_000 } }); // a minute ahead
 * ```
 */
export const realClock: SandboxClock = {
  now: () => Date.now(),
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
