import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustomModel } from '@mountsea-suno/workflow';
import { listTrainings } from '@mountsea-suno/workflow';
import { writeDurably } from '@mountsea-suno/workflow/node';
import { type Context, homeFolder, openStore } from '../context.ts';
import { type ModelEntry, parseEntry } from './model-entry.ts';

/** Keeps a model for `models` and `generate`. The model is trained by now: where it cannot be kept, that is a warning. */
export async function keepModel(context: Context, model: CustomModel, baseUrl: string): Promise<void> {
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

/** Writes one model to its own file: two processes never lose each other's. */
export async function saveEntry(context: Context, entry: ModelEntry): Promise<void> {
  const folder = modelsFolder(context);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(join(folder, `${uuidOf(entry)}.json`), `${JSON.stringify(entry, null, 2)}\n`);
}

/** All models known here, newest first: the kept ones, and those of trainings that another program finished. */
export async function listModels(context: Context): Promise<ModelEntry[]> {
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

async function keptModels(context: Context): Promise<ModelEntry[]> {
  const folder = modelsFolder(context);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const entries = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        const entry = parseEntry(
          JSON.parse(
            await readFile(join(folder, name), 'utf8')
              .catch(() => '0')
              .then(orNothing),
          ),
        );
        if (typeof entry === 'string') context.output.warn(`${join(folder, name)} is left out: ${entry}`);
        return entry;
      }),
  );
  return entries.filter((entry) => typeof entry !== 'string');
}

// A file that is no JSON is reported like one that holds no model.
function orNothing(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return '0';
  }
}

function modelsFolder(context: Context): string {
  return join(homeFolder(context), 'models');
}

function uuidOf({ modelId }: ModelEntry): string {
  return modelId.slice('chirp-custom:'.length).toLowerCase();
}
