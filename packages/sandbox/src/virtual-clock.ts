import type { SandboxClock } from './clock.ts';
import { createHeap } from './heap.ts';
import { macrotask, requestsUnderWay } from './macrotask.ts';

/**
 * A clock that stands still until it is told to go on.
 *
 * @example
 * ```ts
 * import { createSandbox, createVirtualClock, type VirtualClock } from '@mountsea-suno/sandbox';
 *
 * const clock: VirtualClock = createVirtualClock();
 * const sandbox = createSandbox({ clock }); // its tasks end as soon as the clock is told to move
 * ```
 */
export interface VirtualClock extends SandboxClock {
  /** How many sleepers there are. */
  readonly sleepers: number;
  /** When the first of them wakes, ms; undefined where none sleeps. */
  readonly nextWake: number | undefined;
  /**
   * Moves on by `ms`, waking each sleeper at its time and letting all that follows from it settle before the next one.
   *
   * @example
   * ```ts
   * import { createVirtualClock } from '@mountsea-suno/sandbox';
   *
   * const clock = createVirtualClock(0);
   * const alarm = clock.sleep(5_000).then(() => console.log(clock.now())); // 5000
   * await clock.advance(60_000);
   * await alarm;
   * ```
   */
  advance(ms: number): Promise<void>;
  /**
   * Runs `promise` to its end: whenever nothing is left to do at the present time, jumps to the next sleeper's. Gives what the
   * promise gives. Rejects where nobody sleeps and nothing moves for two real seconds: the promise could never settle.
   * @example
   * ```ts
   * import { createVirtualClock } from '@mountsea-suno/sandbox';
   *
   * const clock = createVirtualClock(0);
   * await clock.run(Promise.all([clock.sleep(1_000), clock.sleep(90_000)]));
   * console.log(clock.now()); // 90000
   * ```
   */
  run<T>(promise: PromiseLike<T>): Promise<T>;
  /**
   * Keeps the time from moving until `promise` has settled. The clock sees promises and file access; for what it cannot see (a real
   * socket, `crypto.subtle`, zlib) this tells it.
   * @example
   * ```ts
   * import { createVirtualClock } from '@mountsea-suno/sandbox';
   *
   * const clock = createVirtualClock();
   * await clock.run(clock.hold(crypto.subtle.digest('SHA-256', new Uint8Array(8))));
   * ```
   */
  hold<T>(promise: Promise<T>): Promise<T>;
}

interface Sleeper {
  awake: boolean;
  wake(): void;
}

const startOfTime = Date.UTC(2026, 0, 1);
const quietTurns = 2;
const stallMs = 2_000;

/**
 * Makes a virtual clock. It is deterministic: sleepers wake in order of their time, those of one time in order of their sleep, and
 * the time never moves while promise work is pending.
 *
 * @param start ms since the epoch. Default 2026-01-01T00:00:00Z.
 * @example
 * ```ts
 * import { createVirtualClock } from '@mountsea-suno/sandbox';
 *
 * const clock = createVirtualClock();
 * const before = clock.now();
 * await clock.run(clock.sleep(180_000));
 * console.log(clock.now() - before); // 180000, in no time
 * ```
 */
export function createVirtualClock(start: number = startOfTime): VirtualClock {
  const heap = createHeap<Sleeper>();
  let now = start;
  let sleepers = 0;
  let held = 0;
  let activity = 0; // moves whenever somebody looks at the clock, sleeps or wakes: a sign that work is going on

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    activity += 1;
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const sleeper: Sleeper = { awake: false, wake: () => leave(resolve) };
      const abort = (): void => leave(() => reject(signal?.reason));
      const leave = (settle: () => void): void => {
        if (sleeper.awake) return;
        sleeper.awake = true;
        sleepers -= 1;
        activity += 1;
        signal?.removeEventListener('abort', abort);
        settle();
      };
      sleepers += 1;
      signal?.addEventListener('abort', abort, { once: true });
      heap.push(now + (ms > 0 ? ms : 0), sleeper);
    });
  }

  /** Lets all pending work at the present time come to rest. */
  async function settle(done: () => boolean): Promise<void> {
    let quiet = 0;
    while (quiet < quietTurns && !done()) {
      const seen = activity;
      await macrotask();
      quiet = seen === activity && held === 0 && !requestsUnderWay() ? quiet + 1 : 0;
    }
  }

  /** When the first sleeper wakes; those that were aborted meanwhile are forgotten. */
  function nextWake(): number | undefined {
    while (heap.first()?.awake === true) heap.pop();
    return heap.peek();
  }

  /** Wakes the sleepers of the first time that is due; gives false where there is none up to `limit`. */
  function wakeNext(limit: number): boolean {
    const at = nextWake();
    if (at === undefined || at > limit) return false;
    now = Math.max(now, at);
    while (heap.peek() === at) heap.pop()?.wake();
    return true;
  }

  async function advance(ms: number): Promise<void> {
    const until = now + ms;
    await settle(() => false);
    while (wakeNext(until)) await settle(() => false);
    now = Math.max(now, until);
    activity += 1;
    await settle(() => false);
  }

  async function run<T>(promise: PromiseLike<T>): Promise<T> {
    let settled = false;
    const end = (): void => {
      settled = true;
    };
    promise.then(end, end);
    for (;;) {
      await settle(() => settled);
      if (settled) return promise;
      if (!wakeNext(Number.POSITIVE_INFINITY)) await waitForWork(() => settled);
    }
  }

  /** Nobody sleeps: only something outside of the clock can go on. Gives it real time, but not for ever. */
  async function waitForWork(done: () => boolean): Promise<void> {
    const seen = activity;
    const patience = performance.now() + stallMs;
    while (!done() && activity === seen) {
      if (held > 0) await macrotask();
      else if (performance.now() < patience) await new Promise((resolve) => setTimeout(resolve, 1));
      else throw new Error('The virtual clock stands still: nobody sleeps and the promise has not settled');
    }
  }

  return {
    now() {
      activity += 1;
      return now;
    },
    sleep,
    get sleepers(): number {
      return sleepers;
    },
    get nextWake(): number | undefined {
      return nextWake();
    },
    advance,
    run,
    async hold(promise) {
      held += 1;
      try {
        return await promise;
      } finally {
        held -= 1;
        activity += 1;
      }
    },
  };
}
