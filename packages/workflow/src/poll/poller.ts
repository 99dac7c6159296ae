import type { Clock } from '@mountsea-suno/client';
import { createDurationModel, type DurationModel, type Estimate } from './duration-model.ts';
import { type DurationHistory, learnDuration, parseDurations, type TaskKind } from './durations.ts';
import type { LookLimiter } from './look-limiter.ts';
import { retryDelayMs, wishOf } from './retry-delay.ts';

export interface PollerOptions<T> {
  /** One look at a task, such as `(id, signal) => client.tasks.get(id, { signal })`. A `retryAfterMs` on the value or on the error is heeded. */
  look(key: string, signal: AbortSignal): Promise<T>;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  /** What earlier tasks taught. */
  durations?: DurationHistory;
  /** Told when a finished task has taught something, to be saved beside the trainings. */
  onLearn?(durations: DurationHistory): void;
  /** Shared by all pollers of a process. */
  limiter?: LookLimiter;
}

/** 'wait': still running (an unknown status too). 'done': it finished, learn from it. 'stop': leave it, learn nothing. */
type Verdict = 'wait' | 'done' | 'stop';

export interface Trouble {
  error: unknown;
  /** Failed looks since the last good one. */
  failures: number;
  retryInMs: number;
}

export interface WatchOptions<T> {
  /** What is looked at: the task id. Watchers of one key share its looks. */
  key: string;
  kind: TaskKind;
  /** When the task was accepted, ms since epoch. */
  startedAt: number;
  /** The last look falls just before it, ms since epoch. */
  deadlineAt: number;
  /** A fixed beat instead of the planned schedule. */
  pollIntervalMs?: number;
  signal?: AbortSignal;
  /** Judges one good look; what it throws ends the watch. The next look waits for it. */
  onLook(value: T): Verdict | Promise<Verdict>;
  /** A look failed and will be repeated; throw to end the watch with an error that no repetition cures. */
  onTrouble?(trouble: Trouble): void;
}

export interface Poller<T> {
  /**
   * Looks at a task until its judge has seen enough. Resolves to the last verdict, or to 'deadline'. Rejects with `signal.reason` when aborted, with
   * what `onLook` or `onTrouble` threw, or with the last error once looks have failed for 5 minutes without a good one.
   */
  watch(options: WatchOptions<T>): Promise<'done' | 'stop' | 'deadline'>;
  /** One look, when it is its turn among all looks. */
  look(key: string, signal: AbortSignal): Promise<T>;
  /** How far a task of this kind is after so much time, by all that was learned. */
  estimate(kind: TaskKind, elapsedMs: number): Estimate;
  /** All that was learned, the given history included. */
  readonly durations: DurationHistory;
}

/** No two looks at a task are closer than this, but for a fixed beat and the last before a deadline. */
const FLOOR_MS = 500;
/** Looks may fail for so long, and so often (the machine may have slept through the time), before a watch gives up. */
const TROUBLE_MS = 300_000;
const TROUBLE_LOOKS = 8;
/** How long before its deadline a watch looks for the last time. */
const LAST_LOOK_MS = 1000;

interface Watcher<T> extends WatchOptions<T> {
  resolve(end: Exclude<Verdict, 'wait'> | 'deadline'): void;
  reject(error: unknown): void;
}

/** The watchers of one task and its next look. */
interface Group<T> {
  watchers: Set<Watcher<T>>;
  control: AbortController;
  waiting: boolean;
}

export function createPoller<T>(options: PollerOptions<T>): Poller<T> {
  const { clock, limiter } = options;
  const groups = new Map<string, Group<T>>();
  let durations = options.durations ?? parseDurations();

  const modelOf = (kind: TaskKind): DurationModel => createDurationModel(kind, durations[kind]);

  /** When a watcher wants the next look, after one at `lookedAt` that asked for a wait, or none. */
  function nextLookAt(watcher: Watcher<T>, lookedAt: number | undefined, waitMs: number | undefined): number {
    const { kind, startedAt, deadlineAt, pollIntervalMs } = watcher;
    // A time ahead of the clock is another machine's, or of before the clock was set back.
    const from = Math.min(lookedAt ?? startedAt, clock.now());
    const planned = (): number => modelOf(kind).nextDelayMs(Math.max(0, from - startedAt)) * (0.95 + options.random() / 10);
    const at = from + (waitMs === undefined && pollIntervalMs ? pollIntervalMs : Math.max(FLOOR_MS, waitMs ?? planned()));
    const last = deadlineAt - LAST_LOOK_MS;
    return at > last - FLOOR_MS ? last : at;
  }

  async function lookUntilAllLeft(key: string, group: Group<T>): Promise<void> {
    const { watchers } = group;
    let lookedAt: number | undefined;
    let seenRunningAt: number | undefined;
    let waitMs: number | undefined;
    let failures = 0;
    let failingSince = 0;
    while (watchers.size > 0) {
      group.control = new AbortController();
      const { signal } = group.control;
      group.waiting = true;
      try {
        const pauseMs = Math.min(...Array.from(watchers, (watcher) => nextLookAt(watcher, lookedAt, waitMs))) - clock.now();
        if (pauseMs > 0) await clock.sleep(pauseMs, signal);
        await limiter?.take(signal);
      } catch (error) {
        if (signal.aborted) continue; // Someone joined, or the last one left.
        throw error;
      }
      group.waiting = false;
      let judge: (watcher: Watcher<T>) => Verdict | Promise<Verdict>;
      try {
        const value = await options.look(key, signal);
        lookedAt = clock.now();
        failures = 0;
        waitMs = wishOf(value);
        judge = (watcher) => watcher.onLook(value);
      } catch (error) {
        if (signal.aborted) continue;
        lookedAt = clock.now();
        if (failures++ === 0) failingSince = lookedAt;
        if (failures >= TROUBLE_LOOKS && lookedAt - failingSince >= TROUBLE_MS) throw error;
        waitMs = retryDelayMs(error, failures, options.random);
        const trouble: Trouble = { error, failures, retryInMs: Math.max(FLOOR_MS, waitMs) };
        judge = (watcher) => {
          watcher.onTrouble?.(trouble);
          return 'wait';
        };
      }
      const now = lookedAt;
      let finished: Watcher<T> | undefined;
      await Promise.all(
        Array.from(watchers, async (watcher) => {
          try {
            const verdict = await judge(watcher);
            if (verdict === 'done') finished = watcher;
            if (verdict !== 'wait') watcher.resolve(verdict);
            else if (now >= watcher.deadlineAt - LAST_LOOK_MS) watcher.resolve('deadline');
          } catch (error) {
            watcher.reject(error);
          }
        }),
      );
      if (finished) learn(finished, seenRunningAt ?? finished.startedAt, now);
      if (failures === 0) seenRunningAt = now;
    }
  }

  /** The task ended somewhere between two looks; where they lie far apart, that teaches nothing. */
  function learn({ kind, startedAt }: Watcher<T>, runningAt: number, endedAt: number): void {
    const durationMs = (runningAt + endedAt) / 2 - startedAt;
    if (endedAt - runningAt > Math.max(5000, durationMs / 5)) return;
    durations = learnDuration(durations, kind, durationMs);
    options.onLearn?.(durations);
  }

  function join(key: string, watcher: Watcher<T>): () => void {
    const group = groups.get(key) ?? { watchers: new Set(), control: new AbortController(), waiting: false };
    group.watchers.add(watcher);
    if (!groups.has(key)) {
      groups.set(key, group);
      lookUntilAllLeft(key, group).catch((error) => {
        for (const left of group.watchers) left.reject(error);
      });
    } else if (group.waiting) group.control.abort();
    return () => {
      group.watchers.delete(watcher);
      if (group.watchers.size > 0) return;
      if (groups.get(key) === group) groups.delete(key);
      group.control.abort();
    };
  }

  return {
    watch: (wanted) =>
      new Promise((resolve, reject) => {
        const { signal } = wanted;
        if (signal?.aborted) return reject(signal.reason);
        const settle =
          <V>(how: (value: V) => void) =>
          (value: V): void => {
            signal?.removeEventListener('abort', onAbort);
            leave();
            how(value);
          };
        const watcher = { ...wanted, resolve: settle(resolve), reject: settle(reject) };
        const onAbort = (): void => watcher.reject(signal?.reason);
        signal?.addEventListener('abort', onAbort, { once: true });
        const leave = join(wanted.key, watcher);
      }),
    look: async (key, signal) => {
      await limiter?.take(signal);
      return options.look(key, signal);
    },
    estimate: (kind, elapsedMs) => modelOf(kind).estimate(Math.max(0, elapsedMs)),
    get durations() {
      return durations;
    },
  };
}
