/**
 * One request as the sandbox saw it. Never holds the API key: headers are not kept, and a key in query or body is left out.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox = createSandbox();
 * await sandbox.fetch(`${sandbox.baseUrl}/api-user/credits`, { headers: { 'x-api-key': sandbox.apiKey } });
 * console.log(sandbox.calls[0]?.operation, sandbox.calls[0]?.status); // usage.credits 200
 * ```
 */
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
  /** Status of the answer; undefined where none was given. */
  readonly status: number | undefined;
  /** The fault that hit it. */
  readonly fault: string | undefined;
  /** Whether the operation's handler accepted the call and acted. */
  readonly acted: boolean;
}
