import type { Clock } from '@mountsea-suno/client';
import {
  createDurationModel,
  type DurationHistory,
  type DurationModel,
  type Estimate,
  learnDuration,
  parseDurations,
  type TaskKind,
} from './duration-model.ts';
import type { PollLimiter } from './poll-limiter.ts';
import { type FailedCall, LONGEST_OUTAGE_MS, retryAfterMs, retryDelayMs } from './retry.ts';

export interface PollerOptions<T> {
  /** Polls a task once, such as `(id, signal) => client.tasks.get(id, { signal })`. A `retryAfterMs` on the value or on the error is honoured. */
  poll(key: string, signal: AbortSignal): Promise<T>;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  /** How long earlier tasks took. */
  durations?: DurationHistory | undefined;
  /** Called with the new history when another task has finished, so that it can be saved beside the trainings. */
  onLearn?(durations: DurationHistory): void;
  /** Shared by all pollers of a process. */
  limiter?: PollLimiter | undefined;
}

/** 'wait': the task still runs, an unknown status included. 'done': it has finished, and its duration is learned. 'stop': the watch ends, and nothing is learned. */
type Verdict = 'wait' | 'done' | 'stop';

export interface FailedPoll extends FailedCall {
  /** How many polls have failed since the last one that succeeded. */
  failures: number;
}

export interface WatchOptions<T> {
  /** The task id. Watchers of the same task share its polls. */
  key: string;
  kind: TaskKind;
  /** When the task was accepted, in milliseconds since the epoch. */
  startedAt: number;
  /** The last poll is made just before this time, in milliseconds since the epoch. */
  deadlineAt: number;
  /** A fixed interval in place of the planned schedule, in milliseconds. */
  pollIntervalMs?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Decides, by the value of a poll, whether the watch goes on. If it throws, the watch ends with that error. The next poll waits for it. */
  onPoll(value: T): Verdict | Promise<Verdict>;
  /** Called when a poll has failed and will be repeated. It throws to end the watch with an error that will not pass. */
  onRetry?(failed: FailedPoll): void;
}

export interface Poller<T> {
  /**
   * Polls a task until `onPoll` says that it is enough. Resolves to its last verdict, or to 'deadline'. Rejects with `signal.reason` when aborted, with
   * what `onPoll` or `onRetry` threw, or with the last error after five minutes in which no poll succeeded.
   */
  watch(options: WatchOptions<T>): Promise<'done' | 'stop' | 'deadline'>;
  /** Polls a task once, in its turn among all polls. */
  pollOnce(key: string, signal: AbortSignal): Promise<T>;
  /** How far a task of this kind is after a time, by all that was learned. */
  estimate(kind: TaskKind, elapsedMs: number): Estimate;
  /** All that was learned, with the given history. */
  readonly durations: DurationHistory;
}

/** Two polls of a task are never closer than this, unless the interval is fixed or the deadline is near. */
const FLOOR_MS = 500;
/** A watch gives up after an outage of `LONGEST_OUTAGE_MS`, but not before this many polls: the machine may have been asleep in the meantime. */
const MIN_FAILURES = 8;
/** How long before its deadline a watch polls for the last time. */
const LAST_POLL_MS = 1000;

interface Watcher<T> extends WatchOptions<T> {
  resolve(end: Exclude<Verdict, 'wait'> | 'deadline'): void;
  reject(error: unknown): void;
}

/** The watchers of one task and its next poll. */
interface Group<T> {
  watchers: Set<Watcher<T>>;
  control: AbortController;
  waiting: boolean;
}

/** A poller for the tasks of one client. It polls each task once for all its watchers, and learns from every task how long such tasks take. */
export function createPoller<T>(options: PollerOptions<T>): Poller<T> {
  const { clock, limiter } = options;
  const groups = new Map<string, Group<T>>();
  let durations = options.durations ?? parseDurations();

  const modelOf = (kind: TaskKind): DurationModel => createDurationModel(kind, durations[kind]);

  /** When a watcher wants the next poll, after one at `polledAt` whose response asked for a wait, or for none. */
  function nextPollAt(watcher: Watcher<T>, polledAt: number | undefined, waitMs: number | undefined): number {
    const { kind, startedAt, deadlineAt, pollIntervalMs } = watcher;
    // A time in the future comes from another machine, or from before this clock was set back.
    const from = Math.min(polledAt ?? startedAt, clock.now());
    const planned = (): number => modelOf(kind).nextDelayMs(Math.max(0, from - startedAt)) * (0.95 + options.random() / 10);
    const at = from + (waitMs === undefined && pollIntervalMs ? pollIntervalMs : Math.max(FLOOR_MS, waitMs ?? planned()));
    const last = deadlineAt - LAST_POLL_MS;
    return at > last - FLOOR_MS ? last : at;
  }

  async function pollUntilAllLeft(key: string, group: Group<T>): Promise<void> {
    const { watchers } = group;
    let polledAt: number | undefined;
    let seenRunningAt: number | undefined;
    let waitMs: number | undefined;
    let failures = 0;
    let failingSince = 0;
    while (watchers.size > 0) {
      group.control = new AbortController();
      const { signal } = group.control;
      group.waiting = true;
      try {
        const pauseMs = Math.min(...Array.from(watchers, (watcher) => nextPollAt(watcher, polledAt, waitMs))) - clock.now();
        if (pauseMs > 0) await clock.sleep(pauseMs, signal);
        await limiter?.take(signal);
      } catch (error) {
        if (signal.aborted) continue; // A watcher has joined, or the last one has left.
        throw error;
      }
      group.waiting = false;
      let report: (watcher: Watcher<T>) => Verdict | Promise<Verdict>;
      try {
        const value = await options.poll(key, signal);
        polledAt = clock.now();
        failures = 0;
        waitMs = retryAfterMs(value);
        report = (watcher) => watcher.onPoll(value);
      } catch (error) {
        if (signal.aborted) continue;
        polledAt = clock.now();
        if (failures++ === 0) failingSince = polledAt;
        if (failures >= MIN_FAILURES && polledAt - failingSince >= LONGEST_OUTAGE_MS) throw error;
        waitMs = retryDelayMs(error, failures, options.random);
        const failed: FailedPoll = { error, failures, retryInMs: Math.max(FLOOR_MS, waitMs) };
        report = (watcher) => {
          watcher.onRetry?.(failed);
          return 'wait';
        };
      }
      const now = polledAt;
      let finished: Watcher<T> | undefined;
      await Promise.all(
        Array.from(watchers, async (watcher) => {
          try {
            const verdict = await report(watcher);
            if (verdict === 'done') finished = watcher;
            if (verdict !== 'wait') watcher.resolve(verdict);
            else if (now >= watcher.deadlineAt - LAST_POLL_MS) watcher.resolve('deadline');
          } catch (error) {
            watcher.reject(error);
          }
        }),
      );
      if (finished) learn(finished, seenRunningAt ?? finished.startedAt, now);
      if (failures === 0) seenRunningAt = now;
    }
  }

  /** The task ended some time between two polls. If they lie far apart, nothing can be learned from it. */
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
      pollUntilAllLeft(key, group).catch((error) => {
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
        const leaveAnd =
          <V>(end: (value: V) => void) =>
          (value: V): void => {
            signal?.removeEventListener('abort', onAbort);
            leave();
            end(value);
          };
        const watcher = { ...wanted, resolve: leaveAnd(resolve), reject: leaveAnd(reject) };
        const onAbort = (): void => watcher.reject(signal?.reason);
        signal?.addEventListener('abort', onAbort, { once: true });
        const leave = join(wanted.key, watcher);
      }),
    pollOnce: async (key, signal) => {
      await limiter?.take(signal);
      return options.poll(key, signal);
    },
    estimate: (kind, elapsedMs) => modelOf(kind).estimate(Math.max(0, elapsedMs)),
    get durations() {
      return durations;
    },
  };
}
