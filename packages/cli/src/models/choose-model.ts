import type { Context } from '../context.ts';
import { commandName } from '../program/command-name.ts';
import { plain } from '../text/plain.ts';
import { UsageError } from '../usage-error.ts';
import { listModels } from './model-registry.ts';

/** The model that a person means: an id of the API's as it is, a name from the list of models, or else the newest of the list. */
export async function chooseModel(given: string | undefined, context: Context): Promise<string> {
  if (given?.startsWith('chirp-')) return given;
  const models = await listModels(context);
  if (given === undefined) {
    const [newest] = models;
    if (newest === undefined) throw new UsageError('no model was trained from here yet: name one with --model');
    context.output.note(`Model    ${newest.modelId} (${plain(newest.name, 60)}, the newest)`);
    return newest.modelId;
  }
  const [first, second] = models.filter(({ name }) => name === given);
  if (first === undefined)
    throw new UsageError(`no model ${JSON.stringify(given)} is known here; see: ${commandName} models list`);
  if (second !== undefined)
    throw new UsageError(
      `more than one model is called ${JSON.stringify(given)}: give the id of one; see: ${commandName} models list`,
    );
  return first.modelId;
}
