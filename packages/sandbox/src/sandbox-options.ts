import type { SandboxClock } from './clock/sandbox-clock.ts';
import type { SandboxContract } from './contract/operations.ts';
import type { SandboxSwitches } from './switches.ts';

/**
 * Options of `createSandbox` and `startSandbox`.
 *
 * @example
 * ```ts
 * import { createSandbox, type SandboxOptions } from '@mountsea-suno/sandbox';
 *
 * const options: SandboxOptions = {
 *   speed: 60,
 *   seed: 7,
 *   credits: 500,
 *   prices: { 'customModel.create': 100, 'customModel.upload': 1 },
 *   durations: { create: 150_000, upload: [4_000, 20_000], generate: (random) => 30_000 / (1 - random()) },
 *   switches: { refundOnFailure: true },
 * };
 * createSandbox(options);
 * ```
 */
export interface SandboxOptions {
  /** The one key that is accepted. Default `sandbox-key`. */
  apiKey?: string;
  /** Default: the machine's clock. */
  clock?: SandboxClock;
  /** Task durations, and the times among the switches, are divided by it. Default 1. */
  speed?: number;
  /** All ids and durations follow from it. Default 1. */
  seed?: number;
  /** Credits at the start. Default 10,000. */
  credits?: number;
  /** Default: `customModel.create` 100, `generate` 40. */
  prices?: SandboxPrices;
  /** Fetch each uploaded `audioUrl` and fail the task (4001) when it is unreachable or not audio. Default false. */
  fetchAudio?: boolean;
  /** How audio is fetched. Default: the global `fetch`; the sandbox's own URLs never leave the process. */
  fetch?: typeof fetch;
  /** Those that differ from `defaultSwitches`. */
  switches?: Partial<SandboxSwitches>;
  /** Those that differ from the defaults. */
  durations?: Partial<SandboxDurations>;
  /** How many of the latest calls `calls` keeps. Default 10,000; counting goes on regardless. */
  keepCalls?: number;
  /** Another contract to serve, from `compileContract`. Default: the one that the package was built with. */
  contract?: SandboxContract;
}

/** What an accepted call costs, by the client's name of the operation. Operations not named are free. */
export type SandboxPrices = Readonly<Record<string, number>>;

/** How long the tasks of each kind take, ms. */
export interface SandboxDurations {
  /** Default 4 to 20 s. */
  upload: Duration;
  /** Training of a custom model. Default 115 to 190 s. */
  create: Duration;
  /** Default 30 to 120 s. */
  generate: Duration;
  /** Every other task. Default 5 to 30 s. */
  other: Duration;
}

/** How long a task takes, ms: a fixed time, a range, or a function that draws it from a random number source (0 ≤ r < 1). */
export type Duration = number | readonly [min: number, max: number] | ((random: () => number) => number);
