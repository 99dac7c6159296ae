import { createHeap, type Heap } from '../clock/heap.ts';
import type { SandboxClock } from '../clock/sandbox-clock.ts';
import type { SandboxContract } from '../contract/operations.ts';
import type { Duration, SandboxDurations, SandboxOptions, SandboxPrices } from '../sandbox-options.ts';
import { randomFrom, uuidFrom } from '../seed.ts';
import type { SandboxSwitches } from '../switches.ts';
import type { Account } from './ledger.ts';
import type { Session } from './session.ts';
import type { Task } from './task.ts';

/** Everything that a sandbox knows. */
export interface World extends Account {
  readonly contract: SandboxContract;
  readonly apiKey: string;
  readonly clock: SandboxClock;
  readonly speed: number;
  readonly prices: SandboxPrices;
  readonly durations: SandboxDurations;
  readonly switches: SandboxSwitches;
  readonly audioFetch: typeof fetch | undefined;
  /** Where the sandbox is reached; audio links start with it. */
  baseUrl: string;
  readonly sessions: Map<string, Session>;
  /** Tasks by id, those of creates left out: they stand under their session's id. */
  readonly tasks: Map<string, Task>;
  /** Trained models by uuid, with the time from which on they may be used. */
  readonly models: Map<string, number>;
  /** What happens at a later time. */
  readonly due: Heap<() => void>;
  /** How many ids were given out per kind. */
  readonly counts: Map<string, number>;
}

/** Default durations, ms. */
const defaultDurations: SandboxDurations = {
  upload: [4_000, 20_000],
  create: [115_000, 190_000],
  generate: [30_000, 120_000],
  other: [5_000, 30_000],
};

const defaultPrices: SandboxPrices = { 'customModel.create': 100, generate: 40 };

/** The parts of a world that `reset` leaves alone. */
export type WorldSettings = Pick<World, 'contract' | 'apiKey' | 'clock' | 'switches' | 'audioFetch' | 'baseUrl'>;

/** A world in which nothing has happened yet. */
export function createWorld(options: SandboxOptions, settings: WorldSettings): World {
  return {
    ...settings,
    speed: options.speed ?? 1,
    seed: options.seed ?? 1,
    prices: options.prices ?? defaultPrices,
    durations: { ...defaultDurations, ...options.durations },
    balance: options.credits ?? 10_000,
    ledger: [],
    sessions: new Map(),
    tasks: new Map(),
    models: new Map(),
    due: createHeap(),
    counts: new Map(),
  };
}

/** Back to the start, in place. */
export function clearWorld(world: World, options: SandboxOptions): void {
  world.balance = options.credits ?? 10_000;
  world.ledger.length = 0;
  world.due.clear();
  for (const map of [world.sessions, world.tasks, world.models, world.counts]) map.clear();
}

/** Runs everything that is due by now, and returns the time. */
export function processDue(world: World): number {
  const now = world.clock.now();
  for (let at = world.due.peek(); at !== undefined && at <= now; at = world.due.peek()) world.due.pop()?.();
  return now;
}

/** Schedules `run` for the clock time `at`: the first `processDue` after it runs it. */
export function schedule(world: World, at: number, run: () => void): void {
  world.due.push(at, run);
}

/** A new id that follows from the seed, the kind and how many of this kind there were; not from time or from other calls. */
export function newId(world: World, kind: string): string {
  const count = (world.counts.get(kind) ?? 0) + 1;
  world.counts.set(kind, count);
  return uuidFrom(`${world.seed}/${kind}/${count}`);
}

/** How long the task `id` takes, in ms of the clock. */
export function drawDuration(world: World, kind: keyof SandboxDurations, id: string): number {
  const random = randomFrom(`${world.seed}/duration/${id}`);
  return durationOf(world.durations[kind], random) / world.speed;
}

function durationOf(duration: Duration, random: () => number): number {
  if (typeof duration === 'number') return duration;
  if (typeof duration === 'function') return duration(random);
  const [min, max] = duration;
  return Math.round(min + (max - min) * random());
}

/** A time from the switches in ms of the clock: divided by `speed`. */
export function toClockMs(world: World, ms: number): number {
  return ms / world.speed;
}

/** The time by the server's clock, ms. */
export function serverTime(world: World, clockTime: number): number {
  return clockTime + world.switches.serverClockSkewMs;
}
