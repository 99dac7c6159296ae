import { open, readFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { type ModelEntry, parseEntry } from '../models/model-entry.ts';
import { listModels, saveEntry } from '../models/model-registry.ts';
import { count, minute } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { table } from '../text/table.ts';
import { UsageError } from '../usage-error.ts';

/** `mountsea-suno models list`. */
export async function list(context: Context): Promise<void> {
  const models = await listModels(context);
  context.output.result(
    { models },
    models.length === 0 ? ['no model was trained from here yet'] : modelTable(models, context.output.columns),
  );
}

function modelTable(models: readonly ModelEntry[], width: number): string[] {
  const rows = models.map(({ modelId, name, songs, trainedAt }) => [
    plain(name, 40),
    plain(modelId, 60),
    String(songs ?? ''),
    trainedAt === undefined ? '' : minute(Date.parse(trainedAt)),
  ]);
  const columns = [
    { title: 'name', atLeast: 5 },
    { title: 'model' },
    { title: 'songs', right: true, optional: true },
    { title: 'trained (UTC)', optional: true },
  ];
  return table(columns, rows, width);
}

/** `mountsea-suno models export`: to a new file, or to stdout. */
export async function exportTo(path: string | undefined, context: Context): Promise<void> {
  const exported = { version: 1, models: await listModels(context) };
  const text = JSON.stringify(exported, null, 2);
  if (path === undefined) return context.output.result(exported, [text]);
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new UsageError(`${path} is there already`) : error;
  });
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  context.output.result({ file: path, models: exported.models.length }, [
    `${count(exported.models.length, 'model')} written to ${plain(path)}`,
  ]);
}

/** `mountsea-suno models import`: all of the file, or nothing where one of its models is damaged. */
export async function importFrom(path: string, context: Context): Promise<void> {
  const entries = parseExport(await readFile(path, 'utf8'), path);
  const known = new Set((await listModels(context)).map(({ modelId }) => modelId));
  const added = entries.filter(({ modelId }) => !known.has(modelId));
  for (const entry of added) await saveEntry(context, entry);
  const already = entries.length - added.length;
  context.output.result({ added: added.length, already }, [`${count(added.length, 'model')} added, ${already} known already`]);
}

function parseExport(text: string, path: string): ModelEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is not JSON`);
  }
  const { version, models } = (typeof value === 'object' && value !== null ? value : {}) as {
    version?: unknown;
    models?: unknown;
  };
  if (version !== 1 || !Array.isArray(models)) throw new UsageError(`${path} was not made by models export`);
  return models.map((model, index) => {
    const entry = parseEntry(model);
    if (typeof entry === 'string')
      throw new UsageError(`model ${index + 1} of ${path} cannot be used: ${entry}; nothing was added`);
    return entry;
  });
}
