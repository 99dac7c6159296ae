import { resolveSchema } from '../contract/operations.ts';
import { uuidFrom } from '../seed.ts';
import type { Clip, Outcome } from '../world/task.ts';
import { newId } from '../world/world.ts';
import { type Call, type Handler, Refusal, text } from './handler.ts';
import { chargeFor, isShort, newTask, priceOf } from './tasks.ts';

/** `POST /suno/v2/generate` */
export const generate: Handler = (call) => {
  const { world, body } = call;
  const { switches } = world;
  const missing = (requiredFields[text(body.task)] ?? []).filter((field) => body[field] === undefined);
  if (missing.length > 0)
    throw new Refusal(
      400,
      missing.map((field) => `${field} should not be empty`),
    );

  const isKnown = switches.unknownModel === 'accepted' || isTrained(call, text(body.model));
  if (!isKnown && switches.unknownModel === 'refused') throw new Refusal(switches.refusalStatus, 'Model not found');

  const price = priceOf(call);
  const short = isShort(world, price);
  if (short && switches.shortOfCredits === 'refused') throw new Refusal(switches.shortOfCreditsStatus, 'Insufficient credits');

  const id = newId(world, 'generate');
  const failReason = !isKnown ? 'Model not found' : short ? 'Insufficient credits' : undefined;
  const outcome: Outcome =
    failReason === undefined
      ? { status: 'success', result: { kind: 'clips', clips: makeClips(call, id) } }
      : { status: 'failed', failReason };
  const task = newTask(call, { id, kind: 'generate', outcome });
  world.tasks.set(id, task);
  chargeFor(call, task, price);
  return { body: { taskId: id } };
};

/** `GET /suno/v2/generate/schema`: what the contract's request body and the published lists say. */
export const generateSchema: Handler = ({ world, query }) => {
  const { suno } = world.contract;
  const bodySchema = suno.paths['/suno/v2/generate']?.post?.requestBody?.content['application/json']?.schema;
  const { properties = {} } = bodySchema === undefined ? {} : resolveSchema(suno, bodySchema);
  const tasks = (properties.task?.enum ?? []).filter((task) => query.task === undefined || task === query.task);
  const field = (name: string): Record<string, unknown> => {
    const { description, example, type = 'string' } = properties[name] ?? {};
    return {
      field: name,
      type,
      ...(description === undefined ? {} : { description }),
      ...(example === undefined ? {} : { example }),
    };
  };
  return {
    body: tasks.map((task) => {
      const required = requiredFields[String(task)] ?? ['model'];
      const optional = Object.keys(properties).filter((name) => name !== 'task' && !required.includes(name));
      return { task, required: required.map(field), optional: optional.map(field), notAllowed: [] };
    }),
  };
};

/** What each generate task needs, as far as it is published. For the tasks not listed only `model` is known to be needed. */
const requiredFields: Readonly<Record<string, readonly string[]>> = {
  create: ['model'],
  extend: ['clip_id', 'model'],
  upload_extend: ['audio_url', 'model'],
  upload_cover: ['audio_url', 'model'],
  cover: ['clip_id', 'model'],
  use_styles_lyrics: ['clip_id', 'model'],
  replace_section: ['clip_id', 'range', 'infill_context_range', 'continued_aligned_prompt', 'model'],
  add_instrumental: ['clip_id', 'range', 'model'],
};

const customModel = /^chirp-custom:(.+)$/;

function isTrained(call: Call, model: string): boolean {
  const uuid = customModel.exec(model)?.[1];
  if (uuid === undefined) return true;
  const readyAt = call.world.models.get(uuid);
  return readyAt !== undefined && call.now >= readyAt;
}

function makeClips(call: Call, taskId: string): Clip[] {
  const { world, body } = call;
  const title = text(body.title) || text(body.gpt_description_prompt).slice(0, 40) || 'Untitled';
  return [1, 2].map((index) => ({
    id: uuidFrom(`${world.seed}/clip/${taskId}/${index}`),
    title,
    tags: text(body.tags),
    audioUrl: '',
    seconds: 4,
  }));
}
