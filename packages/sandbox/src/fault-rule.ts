/**
 * What goes wrong.
 * - `status`: an answer with `status` (default 500), `headers` and `body`
 * - `delay`: `delayMs` of clock time more before the server acts (`before`) or answers (`after`); other rules still apply
 * - `hang`: no answer, until the caller gives up
 * - `reset`: the connection is reset (ECONNRESET)
 * - `refused`: the connection is refused (ECONNREFUSED), nothing was sent; in process only, a listening server cannot do it
 * - `truncate`: the head and half the body of the answer arrive, then the connection breaks
 * - `html`: a proxy's HTML page, status 502 unless `status` is given
 * - `empty`: no body, status 200 (that of the real answer when `after`) unless `status` is given
 * - `garbage`: a body that is not JSON, status as for `empty`
 * - `duplicate`: the request arrives twice; the second answer is the one that is given
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

/** A request as a fault rule sees it. */
export interface FaultSubject {
  /** The client's name of the operation: `customModel.create`, `tasks.get`, `generate`, `usage.credits`, … */
  readonly operation: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * A scripted fault. Rules are tried in the order in which they were added; the first that applies wins (a `delay` lets the next ones apply too).
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox = createSandbox();
 * sandbox.faults.add({ operation: 'customModel.create', when: 'after', kind: 'reset' });
 * ```
 */
export interface FaultRule {
  /** Client name, operationId, path, or `METHOD path`. Default: every operation. */
  operation?: string;
  /** Whether the server has acted when it goes wrong. Default `'before'`. */
  when?: 'before' | 'after';
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
  /** HTTP status of the answer. */
  status?: number;
  /** More headers of the answer, such as `{ 'retry-after': '3' }`. */
  headers?: Readonly<Record<string, string>>;
  /** The answer's body: a string as it is, anything else as JSON. Default: what the sandbox says for that status. */
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
  readonly rule: Readonly<FaultRule>;
  /** Matching calls seen. */
  readonly seen: number;
  /** Calls hit. */
  readonly hits: number;
}

/** The fault rules of one sandbox. */
export interface Faults {
  /** Adds a rule and returns a function that removes it. */
  add(rule: FaultRule): () => void;
  /** Removes every rule. */
  clear(): void;
  /** The rules in force or used up, oldest first. */
  readonly list: readonly FaultState[];
}
