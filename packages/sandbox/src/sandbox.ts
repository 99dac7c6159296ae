import type { CallRecord } from './call-record.ts';
import type { Faults } from './fault-rule.ts';
import type { SandboxSnapshot } from './snapshot.ts';
import type { SandboxSwitches } from './switches.ts';

/** Credits taken from the account, or given back. */
export interface Charge {
  readonly apiPath: string;
  /** Credits; negative for a refund. */
  readonly amount: number;
  /** The session of a create. */
  readonly sessionId?: string;
  /** Clock time, ms. */
  readonly at: number;
}

/** The account's credits as they truly are (the API's own answer may lag: see the switch `ledger`). */
export interface SandboxCredits {
  /** What is left. */
  balance: number;
  /** Sum of all charges less refunds. */
  readonly charged: number;
  /** Oldest first. */
  readonly charges: readonly Charge[];
}

/** A stand-in of the API, in this process. */
export interface Sandbox {
  /**
   * Serves the sandbox, without a port. Give it to a client as its `fetch`. It answers for its own `baseUrl` and for the two hosts of
   * the real API; any other host is refused like a name that does not resolve. It never touches the network.
   */
  readonly fetch: typeof fetch;
  /** Base of the Suno and of the usage API alike: `http://sandbox.localhost`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Change them at any time. */
  readonly switches: SandboxSwitches;
  readonly faults: Faults;
  /** The latest calls, oldest first. */
  readonly calls: readonly CallRecord[];
  /** How many requests arrived since the start: all, or those of one operation (client name, operationId or path). */
  count(operation?: string): number;
  readonly credits: SandboxCredits;
  /** URLs, served by the sandbox itself, of six short songs (WAV), all different. */
  readonly songUrls: readonly string[];
  snapshot(): SandboxSnapshot;
  /** Back to the start: no sessions, calls or faults; credits and switches as the options said. */
  reset(): void;
}
