import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printableText } from '@mountsea-suno/internal';
import { makeDurably, writeDurably } from '@mountsea-suno/internal/node';
import { type CustomModel, listTrainings } from '@mountsea-suno/workflow';
import { homeFolder, openStore } from '../client-and-store.ts';
import type { ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import { commandName } from '../next-step.ts';
import { type ModelEntry, parseEntry } from './model-entry.ts';

/** Adds a model to the list of models. The model is already trained, so a failure to add it is only a warning. */
export async function keepModel(context: ConfiguredContext, model: CustomModel, baseUrl: string): Promise<void> {
  const { id, name, sessionId, trainingId, clips } = model;
  try {
    await saveEntry(context, {
      modelId: id,
      name,
      sessionId,
      trainingId,
      baseUrl,
      songs: clips.length,
      trainedAt: new Date().toISOString(),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    context.output.warn(`the model ${id} could not be added to the list of models (${why}): keep its id`);
  }
}

/** Writes one model to a file of its own, so that two processes never overwrite each other's models. */
export async function saveEntry(context: ConfiguredContext, entry: ModelEntry): Promise<void> {
  const folder = modelsFolder(context);
  await makeDurably(folder);
  await writeDurably(join(folder, `${uuidOf(entry)}.json`), `${JSON.stringify(entry, null, 2)}\n`);
}

/** All models known here, newest first: those of the list, and those of trainings that another program finished. */
export async function listModels(context: ConfiguredContext): Promise<ModelEntry[]> {
  const kept = await keptModels(context);
  const known = new Set(kept.map(uuidOf));
  const trained = (await listTrainings({ store: openStore(context) })).flatMap((training) => {
    const entry = parseEntry({
      modelId: training.modelId,
      name: training.name,
      trainingId: training.id,
      ...(training.sessionId === undefined ? {} : { sessionId: training.sessionId }),
      songs: training.clips,
      trainedAt: new Date(training.updatedAt).toISOString(),
    });
    return typeof entry === 'string' || known.has(uuidOf(entry)) ? [] : [entry];
  });
  return [...kept, ...trained].toSorted((a, b) => (b.trainedAt ?? '').localeCompare(a.trainedAt ?? ''));
}

/** The id of the model that a person means: an id of the API as it is, the name of a model in the list, or by default the newest in the list. */
export async function chooseModel(given: string | undefined, context: ConfiguredContext): Promise<string> {
  if (given?.startsWith('chirp-')) return given;
  const models = await listModels(context);
  if (given === undefined) {
    const [newest] = models;
    if (newest === undefined) throw new UsageError('no model has been trained from here yet: name one with --model');
    context.output.note(`Model    ${newest.modelId} (${printableText(newest.name, 60)}, the newest)`);
    return newest.modelId;
  }
  const [first, second] = models.filter(({ name }) => name === given);
  if (first === undefined)
    throw new UsageError(`the model ${JSON.stringify(given)} is not known here; see: ${commandName} models list`);
  if (second !== undefined)
    throw new UsageError(
      `more than one model is called ${JSON.stringify(given)}: give the id of one; see: ${commandName} models list`,
    );
  return first.modelId;
}

async function keptModels(context: ConfiguredContext): Promise<ModelEntry[]> {
  const folder = modelsFolder(context);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const entries = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        const path = join(folder, name);
        const entry = parseEntry(await readJson(path));
        if (typeof entry === 'string') context.output.warn(`${path} is left out: ${entry}`);
        return entry;
      }),
  );
  return entries.filter((entry) => typeof entry !== 'string');
}

/** The value in a file; undefined when the file cannot be read or is not JSON, which is then reported like a file without a model. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function modelsFolder(context: ConfiguredContext): string {
  return join(homeFolder(context), 'models');
}

function uuidOf({ modelId }: ModelEntry): string {
  return modelId.slice('chirp-custom:'.length).toLowerCase();
}
