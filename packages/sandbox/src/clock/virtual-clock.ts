import { createHeap } from './heap.ts';
import type { SandboxClock } from './sandbox-clock.ts';

/** The clock of one machine in virtual time. Clocks that were forked from one another run together, and each jumps by itself. */
export interface MachineClock extends SandboxClock {
  /**
   * Sets the time of day `ms` ahead (or, where it is negative, back), as a person or a time server does. Monotonic time does not
   * move, nobody wakes, and the clocks of other machines stay as they are.
   */
  jump(ms: number): void;
  /** The clock of another machine, whose time of day is `aheadMs` (default 0) ahead of this one's present one. */
  fork(aheadMs?: number): MachineClock;
  /**
   * Keeps the time from moving until `promise` has settled. The clock sees promises and file access by itself; hold
   * it for what it cannot see: a real socket, `crypto.subtle`, zlib.
   */
  hold<T>(promise: Promise<T>): Promise<T>;
}

/**
 * A clock that stands still until a test moves it.
 *
 * @example
 * ```ts
 * import { createSandbox, createVirtualClock, type VirtualClock } from '@mountsea-suno/sandbox';
 *
 * const clock: VirtualClock = createVirtualClock();
 * const sandbox = createSandbox({ clock }); // its tasks end as soon as the clock moves
 * await clock.advance(60_000);
 * clock.jump(600_000); // the time of day jumps for those who hold `clock`; the sandbox goes on as before
 * ```
 */
export interface VirtualClock extends MachineClock {
  /** How many sleepers there are. */
  readonly sleepers: number;
  /** When the first of them wakes, by this clock's time of day, ms; undefined where none sleeps. */
  readonly nextWake: number | undefined;
  /** Moves on by `ms` and wakes each sleeper at its time. All work that follows is done before the next sleeper wakes. */
  advance(ms: number): Promise<void>;
  /**
   * Runs `promise` to its end and gives its result: whenever nothing is left to do at the present time, the clock moves on to the
   * time of the next sleeper. Rejects when nobody sleeps and nothing happens for two real seconds, because the promise would never settle.
   */
  run<T>(promise: PromiseLike<T>): Promise<T>;
}

interface Sleeper {
  awake: boolean;
  wake(): void;
}

const defaultStart = Date.UTC(2026, 0, 1);
const quietTurns = 2;
const stallMs = 2_000;

/**
 * Makes a virtual clock. It is deterministic: sleepers wake in the order of their times, at the same time in the order in which they went
 * to sleep, and the time never moves while promise work is pending.
 *
 * @param start ms since the epoch. Default 2026-01-01T00:00:00Z. Monotonic time starts at the same number.
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
export function createVirtualClock(start: number = defaultStart): VirtualClock {
  const heap = createHeap<Sleeper>();
  let time = start;
  let sleepers = 0;
  let held = 0;
  let activity = 0; // changes whenever somebody reads a clock, sleeps or wakes, which shows that work is going on

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    activity += 1;
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const sleeper: Sleeper = { awake: false, wake: () => leave(resolve) };
      const abort = (): void => leave(() => reject(signal?.reason));
      const leave = (end: () => void): void => {
        if (sleeper.awake) return;
        sleeper.awake = true;
        sleepers -= 1;
        activity += 1;
        signal?.removeEventListener('abort', abort);
        end();
      };
      sleepers += 1;
      signal?.addEventListener('abort', abort, { once: true });
      heap.push(time + (ms > 0 ? ms : 0), sleeper);
    });
  }

  async function hold<T>(promise: Promise<T>): Promise<T> {
    held += 1;
    try {
      return await promise;
    } finally {
      held -= 1;
      activity += 1;
    }
  }

  /** Waits until all work that can be done at the present time is done. */
  async function drain(done: () => boolean): Promise<void> {
    let quiet = 0;
    while (quiet < quietTurns && !done()) {
      const seen = activity;
      await macrotask();
      quiet = seen === activity && held === 0 && !hasRequestsUnderWay() ? quiet + 1 : 0;
    }
  }

  /** When the first sleeper wakes; those that were aborted in the meantime are dropped. */
  function nextWake(): number | undefined {
    while (heap.first()?.awake === true) heap.pop();
    return heap.peek();
  }

  /** Wakes the sleepers of the first time that is due; gives false where there is none up to `limit`. */
  function wakeNext(limit: number): boolean {
    const at = nextWake();
    if (at === undefined || at > limit) return false;
    time = Math.max(time, at);
    while (heap.peek() === at) heap.pop()?.wake();
    return true;
  }

  async function advance(ms: number): Promise<void> {
    const until = time + ms;
    await drain(() => false);
    while (wakeNext(until)) await drain(() => false);
    time = Math.max(time, until);
    activity += 1;
    await drain(() => false);
  }

  async function run<T>(promise: PromiseLike<T>): Promise<T> {
    let settled = false;
    const end = (): void => {
      settled = true;
    };
    promise.then(end, end);
    for (;;) {
      await drain(() => settled);
      if (settled) return promise;
      if (!wakeNext(Number.POSITIVE_INFINITY)) await waitForWork(() => settled);
    }
  }

  /** Called when nobody sleeps, so that only work outside of the clock can go on. Gives it real time, but not for ever. */
  async function waitForWork(done: () => boolean): Promise<void> {
    const seen = activity;
    const giveUpAt = performance.now() + stallMs;
    while (!done() && activity === seen) {
      if (held > 0) await macrotask();
      else if (performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 1));
      else
        throw new Error(
          'The virtual clock stands still: nobody sleeps and the promise has not settled. Use clock.hold() for work that the clock cannot see',
        );
    }
  }

  /** A clock whose time of day is `machine.aheadMs` ahead of monotonic time. */
  function machineClock(machine: { aheadMs: number }): MachineClock {
    return {
      now() {
        activity += 1;
        return time + machine.aheadMs;
      },
      monotonic() {
        activity += 1;
        return time;
      },
      sleep,
      hold,
      jump(ms) {
        activity += 1;
        machine.aheadMs += ms;
      },
      fork: (aheadMs = 0) => machineClock({ aheadMs: machine.aheadMs + aheadMs }),
    };
  }

  const own = { aheadMs: 0 };
  return {
    ...machineClock(own),
    get sleepers(): number {
      return sleepers;
    },
    get nextWake(): number | undefined {
      const at = nextWake();
      return at === undefined ? undefined : at + own.aheadMs;
    },
    advance,
    run,
  };
}

const host = globalThis as {
  setImmediate?: (run: () => void) => unknown;
  process?: { getActiveResourcesInfo?: () => string[] };
};

/**
 * Lets everything run that is ready to run: all microtasks, and what the event loop has queued. Without `setImmediate`, a message to
 * oneself would be faster than a timer, but workerd delivers it before the body of a response.
 */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    if (host.setImmediate !== undefined) host.setImmediate(() => resolve());
    else setTimeout(resolve, 0);
  });
}

/** Whether file, name or crypto requests are under way in this process, as far as the platform says (Node does). */
function hasRequestsUnderWay(): boolean {
  const kinds = host.process?.getActiveResourcesInfo?.() ?? [];
  return kinds.some((kind) => /req|connect/i.test(kind));
}
