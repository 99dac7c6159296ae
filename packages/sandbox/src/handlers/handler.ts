import type { Operation } from '../contract/operations.ts';
import type { Outcome } from '../world/task.ts';
import type { World } from '../world/world.ts';

/** A call that has passed authentication and validation. */
export interface Call {
  readonly world: World;
  readonly operation: Operation;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Clock time, ms. All that was due by then has happened. */
  readonly now: number;
  /** Set by a `fail-task` fault: how the task that this call starts must end. */
  readonly forcedOutcome: Outcome | undefined;
}

/** What a handler responds with. */
export interface ResponseBody {
  readonly body: unknown;
  /** Where a switch makes the body differ from the contract: the body as the contract would have it, which is checked instead. */
  readonly checkAs?: unknown;
}

/** Serves one operation. Throws `Refusal` where the call is refused. */
export type Handler = (call: Call) => ResponseBody;

/** A call that is refused with an HTTP error. */
export class Refusal extends Error {
  readonly status: number;
  readonly messages: string | readonly string[];

  constructor(status: number, messages: string | readonly string[]) {
    super(typeof messages === 'string' ? messages : messages.join('; '));
    this.name = 'Refusal';
    this.status = status;
    this.messages = messages;
  }
}

/** A string of a body that was validated. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
