/**
 * What goes wrong.
 * - `status`: a response with `status` (default 500), `headers` and `body`
 * - `delay`: `delayMs` of clock time more before the server acts (`before`) or responds (`after`); other rules still apply
 * - `hang`: no response, until the caller gives up
 * - `reset`: the connection is reset (ECONNRESET)
 * - `refused`: the connection is refused (ECONNREFUSED), nothing was sent; in process only, a listening server cannot do it
 * - `truncate`: the head and half the body of the response arrive, then the connection breaks
 * - `html`: a proxy's HTML page, status 502 unless `status` is given
 * - `empty`: no body, status 200 (that of the real response when `after`) unless `status` is given
 * - `garbage`: a body that is not JSON, status as for `empty`
 * - `duplicate`: the request arrives twice; the second response is the one that is given
 * - `fail-task`: the call works, but the task that it starts ends with `taskStatus`, `failReason`, `failCode`
 */
export type FaultKind =
  | 'status'
  | 'delay'
  | 'hang'
  | 'reset'
  | 'refused'
  | 'truncate'
  | 'html'
  | 'empty'
  | 'garbage'
  | 'duplicate'
  | 'fail-task';

/** A request as the `match` of a fault rule gets it. */
export interface FaultSubject {
  /** The client's name of the operation: `customModel.create`, `tasks.get`, `generate`, `usage.credits`, … */
  readonly operation: string;
  /** As the contract has it. */
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** What stands after the `?`. */
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body, or undefined. */
  readonly body: unknown;
}

/**
 * A scripted fault. Rules are tried in the order in which they were added; the first that applies wins (a `delay` lets the next ones
 * apply too).
 *
 * @example
 * ```ts
 * import { createSandbox, type FaultRule } from '@mountsea-suno/sandbox';
 *
 * const lostResponse: FaultRule = { operation: 'customModel.create', when: 'after', kind: 'reset' }; // accepted and charged
 * const brokenSong: FaultRule = { kind: 'fail-task', match: ({ body }) => JSON.stringify(body).includes('broken.mp3') };
 * const sandbox = createSandbox();
 * for (const rule of [lostResponse, brokenSong]) sandbox.faults.add(rule);
 * ```
 */
export interface FaultRule {
  /** Client name, operationId, path, or `METHOD path`. Default: every operation. */
  operation?: string;
  /** Whether the server has acted when it goes wrong. Default `'before'`. */
  when?: 'before' | 'after';
  /** What goes wrong. */
  kind: FaultKind;
  /** How many matching calls pass first. Default 0. */
  skip?: number;
  /** How many calls it hits. Default 1; `Infinity` for all. */
  times?: number;
  /** The chance, 0 to 1, that a matching call is hit; drawn from the sandbox's seed. Default 1. */
  probability?: number;
  /** Applies only from this time of the sandbox's clock on, in ms. */
  from?: number;
  /** Applies only before this time of the sandbox's clock, in ms. */
  until?: number;
  /** Applies only to requests for which it returns true. */
  match?: (request: FaultSubject) => boolean;
  /** HTTP status of the response, 200 to 599. */
  status?: number;
  /** More headers of the response, such as `{ 'retry-after': '3' }`. */
  headers?: Readonly<Record<string, string>>;
  /** The body of the response: a string as it is, anything else as JSON. Default: what the sandbox says for that status. */
  body?: unknown;
  /** For `delay`: how long, in ms of the sandbox's clock (not divided by `speed`). Default 1,000. */
  delayMs?: number;
  /** For `fail-task`. Default `'failed'`. */
  taskStatus?: 'failed' | 'timeout';
  /** For `fail-task`. */
  failReason?: string;
  /** For `fail-task`. */
  failCode?: number | string;
}

/** A rule and how often it was met. */
export interface FaultState {
  /** As it was added. */
  readonly rule: Readonly<FaultRule>;
  /** Matching calls seen. */
  readonly seen: number;
  /** Calls hit. */
  readonly hits: number;
}

/**
 * The fault rules of one sandbox.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const { faults } = createSandbox();
 * const rule = { operation: 'tasks.get', kind: 'status', status: 503, headers: { 'retry-after': '2' }, times: 3 } as const;
 * const remove = faults.add(rule);
 * console.log(faults.list[0]?.hits); // 0
 * remove();
 * ```
 */
export interface Faults {
  /**
   * Adds a rule and returns a function that removes it.
   *
   * @throws TypeError naming the field that is wrong; Error where the contract has no such operation
   */
  add(rule: FaultRule): () => void;
  /** Removes every rule. */
  clear(): void;
  /** The rules in force or used up, oldest first. */
  readonly list: readonly FaultState[];
}
