import { exampleOf } from '../contract/example.ts';
import { type Operation, resolveSchema } from '../contract/operations.ts';
import { uuidFrom } from '../seed.ts';
import type { Outcome } from '../world/task.ts';
import { newId } from '../world/world.ts';
import { type Call, type Handler, Refusal, text } from './handler.ts';
import { chargeFor, isShort, newTask, priceOf } from './tasks.ts';

/** Serves an operation that has no handler of its own, by its schemas in the contract. */
export function genericHandler(operation: Operation): Handler {
  return submitsTask(operation) ? submitTask : respondWithExample;
}

/** Whether the operation responds with a task id: by its schema, or by a bare object in response to a POST. */
function submitsTask(operation: Operation): boolean {
  const { responseSchema, document, method } = operation;
  if (method !== 'POST' || responseSchema === undefined) return false;
  const { type, properties } = resolveSchema(document, responseSchema);
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

/** Responds at once, with an example that fits the schema in the contract. */
const respondWithExample: Handler = ({ world, operation, body }) => {
  const { responseSchema, document } = operation;
  if (responseSchema === undefined) return { body: undefined };
  const example = exampleOf(document, responseSchema, newId(world, operation.name));
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return { body: example };
  const echoed = Object.fromEntries(Object.keys(example).flatMap((key) => (body[key] === undefined ? [] : [[key, body[key]]])));
  return { body: { ...example, ...echoed } };
};

type MakeResult = (call: Call, id: string) => Readonly<Record<string, unknown>>;

const editedClip: MakeResult = ({ world, body }, id) => {
  const clipId = uuidFrom(`${world.seed}/clip/${id}`);
  const clip = {
    id: clipId,
    audio_url: `${world.baseUrl}/audio/${clipId}.wav`,
    title: text(body.title) || 'Untitled',
    status: 'complete',
  };
  return { status: 'complete', action_clip_id: uuidFrom(`${world.seed}/action/${id}`), clip };
};

const images: MakeResult = ({ world }, id) => ({
  batch_id: uuidFrom(`${world.seed}/batch/${id}`),
  items: [1, 2].map((index) => ({
    status: 'complete',
    image_url: `${world.baseUrl}/images/${uuidFrom(`${world.seed}/image/${id}/${index}`)}.svg`,
  })),
});

const anything: MakeResult = ({ world, body, operation }, id) => {
  const clipId = uuidFrom(`${world.seed}/clip/${id}`);
  return { id: clipId, clip_id: clipId, status: 'complete', title: text(body.title) || text(body.name) || operation.name };
};

/** Results whose form is published. */
const published: Readonly<Record<string, MakeResult>> = {
  'audio.crop': editedClip,
  'audio.fade': editedClip,
  'image.generate': images,
};

/** The result of the task `id` of a simple operation: the published form where there is one, else something plausible. */
function makeTaskResult(call: Call, id: string): Readonly<Record<string, unknown>> {
  return (published[call.operation.name] ?? anything)(call, id);
}
