import type { CallRecord } from './call-record.ts';
import type { Faults } from './fault-rule.ts';
import type { SandboxSnapshot } from './snapshot.ts';
import type { SandboxSwitches } from './switches.ts';

/**
 * Credits taken from the account, or given back.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * for (const { apiPath, amount } of createSandbox().credits.charges) console.log(apiPath, amount);
 * ```
 */
export interface Charge {
  /** The path of the operation, as `points/search` tells it. */
  readonly apiPath: string;
  /** Credits; negative for a refund. */
  readonly amount: number;
  /** The session of a create. */
  readonly sessionId?: string;
  /** Clock time, ms. */
  readonly at: number;
}

/**
 * The account's credits as they truly are (the API's own answer may lag: see the switch `ledger`).
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox = createSandbox();
 * sandbox.credits.balance = 50; // too little for a create
 * console.log(sandbox.credits.charged); // 0
 * ```
 */
export interface SandboxCredits {
  /** What is left. */
  balance: number;
  /** Sum of all charges less refunds. */
  readonly charged: number;
  /** Oldest first. */
  readonly charges: readonly Charge[];
}

/**
 * A stand-in of the API, in this process.
 *
 * @example
 * ```ts
 * import { createSandbox, type Sandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox: Sandbox = createSandbox({ credits: 200 });
 * console.log(sandbox.baseUrl, sandbox.credits.balance);
 * ```
 */
export interface Sandbox {
  /**
   * Serves the sandbox, without a port. Give it to a client as its `fetch`. It answers for its own `baseUrl` and for the two hosts of
   * the real API; any other host is refused like a name that does not resolve. It never touches the network.
   */
  readonly fetch: typeof fetch;
  /** Base of the Suno and of the usage API alike: `http://sandbox.localhost`. */
  readonly baseUrl: string;
  /** The key that is accepted. */
  readonly apiKey: string;
  /** Change them at any time. */
  readonly switches: SandboxSwitches;
  /** What goes wrong, by your orders. */
  readonly faults: Faults;
  /** The latest calls, oldest first. */
  readonly calls: readonly CallRecord[];
  /**
   * How many requests arrived since the start: all, or those of one operation (client name, operationId or path).
   *
   * @example
   * ```ts
   * import { createSandbox } from '@mountsea-suno/sandbox';
   *
   * const sandbox = createSandbox();
   * console.log(sandbox.count('customModel.create')); // 0
   * ```
   */
  count(operation?: string): number;
  /** The account's credits. */
  readonly credits: SandboxCredits;
  /** URLs, served by the sandbox itself, of six short songs (WAV), all different. */
  readonly songUrls: readonly string[];
  /**
   * The state as canonical JSON, fit to be compared.
   *
   * @example
   * ```ts
   * import { createSandbox } from '@mountsea-suno/sandbox';
   *
   * console.log(createSandbox().snapshot()); // { credits: 10000, sessions: [], tasks: [], models: [], charges: [] }
   * ```
   */
  snapshot(): SandboxSnapshot;
  /**
   * Back to the start: no sessions, calls or faults; credits and switches as the options said.
   *
   * @example
   * ```ts
   * import { createSandbox } from '@mountsea-suno/sandbox';
   *
   * const sandbox = createSandbox();
   * sandbox.switches.ledger = 'absent';
   * sandbox.reset();
   * console.log(sandbox.switches.ledger); // immediate
   * ```
   */
  reset(): void;
}
