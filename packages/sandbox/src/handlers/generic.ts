import { exampleOf } from '../contract/example.ts';
import { type Operation, resolveSchema } from '../contract/operation.ts';
import type { Outcome } from '../world/task.ts';
import { newId } from '../world/world.ts';
import { type Handler, Refusal } from './handler.ts';
import { makeTaskResult } from './task-results.ts';
import { chargeFor, isShort, newTask, priceOf } from './tasks.ts';

/** Whether the operation answers with a task id: by its schema, or by a bare object in answer to a POST. */
function submitsTask(operation: Operation): boolean {
  const { answerSchema, document, method } = operation;
  if (method !== 'POST' || answerSchema === undefined) return false;
  const { type, properties } = resolveSchema(document, answerSchema);
  return properties === undefined ? type === 'object' : 'taskId' in properties;
}

/** Starts a task that ends with a result of its own. */
const submitTask: Handler = (call) => {
  const { world, operation } = call;
  const price = priceOf(call);
  const short = isShort(world, price);
  if (short && world.switches.shortOfCredits === 'refused')
    throw new Refusal(world.switches.shortOfCreditsStatus, 'Insufficient credits');
  const id = newId(world, operation.name);
  const outcome: Outcome = short
    ? { status: 'failed', failReason: 'Insufficient credits' }
    : { status: 'success', result: { kind: 'plain', value: makeTaskResult(call, id) } };
  const task = newTask(call, { id, kind: 'other', outcome });
  world.tasks.set(id, task);
  chargeFor(call, task, price);
  return { body: { taskId: id } };
};

/** Answers at once, with an example of what the contract says. */
const answerExample: Handler = ({ world, operation, body }) => {
  const { answerSchema, document } = operation;
  if (answerSchema === undefined) return { body: undefined };
  const example = exampleOf(document, answerSchema, newId(world, operation.name));
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return { body: example };
  const echoed = Object.fromEntries(Object.keys(example).flatMap((key) => (body[key] === undefined ? [] : [[key, body[key]]])));
  return { body: { ...example, ...echoed } };
};

/** Serves an operation that has no handler of its own, by what its contract says. */
export function genericHandler(operation: Operation): Handler {
  return submitsTask(operation) ? submitTask : answerExample;
}
