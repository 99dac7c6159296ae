import type { SandboxClock } from './clock/sandbox-clock.ts';
import type { Faults } from './faults/fault-rule.ts';
import type { SandboxSwitches } from './switches.ts';
import type { SandboxSnapshot } from './world/snapshot.ts';

/**
 * A stand-in of the API, in this process.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { createSandbox, type Sandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox: Sandbox = createSandbox({ credits: 200 });
 * const client = createClient(sandbox.clientOptions);
 * await client.customModel.prepare();
 * console.log(sandbox.count('customModel.prepare'), sandbox.credits.balance); // 1 200
 * ```
 */
export interface Sandbox {
  /**
   * Serves the sandbox, without a port. Give it to a client as its `fetch`. It serves its own `baseUrl` and the two hosts of the real
   * API; any other host fails like a name that does not resolve. It never touches the network.
   */
  readonly fetch: typeof fetch;
  /** Base of the Suno and of the usage API alike: `http://sandbox.localhost`. */
  readonly baseUrl: string;
  /** The key that is accepted. */
  readonly apiKey: string;
  /** All that a client needs to talk to this sandbox and to nothing else, whatever the environment variables say. */
  readonly clientOptions: SandboxClientOptions;
  /** Change them at any time. */
  readonly switches: SandboxSwitches;
  /** The faults that you script. */
  readonly faults: Faults;
  /** The latest calls, oldest first. */
  readonly calls: readonly CallRecord[];
  /** How many requests arrived since the start: all, or those of one operation (client name, operationId or path). */
  count(operation?: string): number;
  /** The account's credits. */
  readonly credits: SandboxCredits;
  /** URLs, served by the sandbox itself, of six short songs (WAV), all different. */
  readonly songUrls: readonly string[];
  /** The state as canonical JSON, fit to be compared. */
  snapshot(): SandboxSnapshot;
  /** Back to the start: no sessions, calls or faults; credits and switches as the options said. */
  reset(): void;
}

/** Options for `createClient` of `@mountsea-suno/client`, or for any other client. */
export interface SandboxClientOptions {
  /** The key that the sandbox accepts. */
  readonly apiKey: string;
  /** Where the Suno API is. */
  readonly baseUrl: string;
  /** Where the usage API is: the same place. */
  readonly usageBaseUrl: string;
  /** The clock that the sandbox was given. */
  readonly clock: SandboxClock;
  /** In process, the sandbox's own; over HTTP it is left out, so that the platform's is used. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** In process it is true, because that `fetch` sends each request at most once. Left out over HTTP. */
  readonly fetchSendsOnce?: boolean;
}

/**
 * The account's credits as they truly are (the API itself may show them later: see the switch `ledger`).
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

/** Credits taken from the account, or given back. */
export interface Charge {
  /** The path of the operation, as `points/search` shows it. */
  readonly apiPath: string;
  /** Credits; negative for a refund. */
  readonly amount: number;
  /** The session of a create. */
  readonly sessionId?: string;
  /** Clock time, ms. */
  readonly at: number;
}

/** One request as the sandbox saw it. Never holds the API key: headers are not kept, and a key in query or body is left out. */
export interface CallRecord {
  /** Counts from 1. */
  readonly index: number;
  /** Clock time of arrival, ms. */
  readonly at: number;
  /** The client's name of the operation; undefined for a path that is not in the contract. */
  readonly operation: string | undefined;
  /** As the contract has it. */
  readonly operationId: string | undefined;
  /** In capitals. */
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without a `key`. */
  readonly query: Readonly<Record<string, string>>;
  /** The request's JSON body, or undefined. */
  readonly body: unknown;
  /** Status of the response; undefined where none was given. */
  readonly status: number | undefined;
  /** The fault that was applied to it. */
  readonly fault: string | undefined;
  /** Whether the operation's handler accepted the call and acted. */
  readonly acted: boolean;
}
