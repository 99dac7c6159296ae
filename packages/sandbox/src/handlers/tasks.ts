import type { SandboxDurations } from '../sandbox-options.ts';
import { charge } from '../world/ledger.ts';
import { endOf, type Outcome, type Task } from '../world/task.ts';
import { drawDuration, schedule, type World } from '../world/world.ts';
import type { Call } from './handler.ts';

/** What a new task is made from. */
export interface NewTask {
  readonly id: string;
  readonly kind: keyof SandboxDurations;
  readonly outcome: Outcome | undefined;
  readonly createdAt?: number;
  readonly startedAt?: number;
  /** Draws another duration where one id stands for several tasks. */
  readonly attempt?: number;
  readonly awaiting?: Task['awaiting'];
}

/** Makes a task's record. */
export function newTask(call: Call, task: NewTask): Task {
  const { id, kind, attempt = 1 } = task;
  return {
    id,
    operation: call.operation.name,
    createdAt: task.createdAt ?? call.now,
    startedAt: task.startedAt ?? call.now,
    durationMs: drawDuration(call.world, kind, attempt === 1 ? id : `${id}/${attempt}`),
    outcome: call.forcedOutcome ?? task.outcome,
    ...(task.awaiting === undefined ? {} : { awaiting: task.awaiting }),
  };
}

/** Whether the account cannot pay for the call. */
export function isShort(world: World, price: number): boolean {
  return price > 0 && world.balance < price && world.switches.shortOfCredits !== 'accepted';
}

/** What the operation costs. */
export function priceOf(call: Call): number {
  return call.world.prices[call.operation.name] ?? 0;
}

/** Charges for a task, when and as the switches say. Its outcome must be known. */
export function chargeFor(call: Call, task: Task, price: number, sessionId?: string): void {
  const { world, operation } = call;
  const reason = { apiPath: operation.path, apiMethod: operation.method, sessionId };
  const end = endOf(task) ?? task.startedAt;
  const failed = task.outcome?.status !== 'success';
  if (world.switches.chargeAt === 'accept') {
    charge(world, reason, price, task.startedAt);
    if (failed && world.switches.refundOnFailure) schedule(world, end, () => charge(world, reason, -price, end));
  } else if (!failed) schedule(world, end, () => charge(world, reason, price, end));
}
