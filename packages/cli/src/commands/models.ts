import { printableText } from '@mountsea-suno/internal';
import type { Command } from 'commander';
import type { ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import { type ModelEntry, parseEntry } from '../models/model-entry.ts';
import { type Choose, defineCommand, defineGroup } from '../program/define-command.ts';
import { count, minute } from '../text/format.ts';

/** `mountsea-suno models`: `list`, `export` and `import`. */
export function addModels(program: Command, choose: Choose): void {
  const chooseList = (): void => choose({ flags: {}, action: list });
  const about = 'list, export or import the models trained from here';
  const models = defineGroup(program, 'models', about, 'models', chooseList);
  defineCommand(models, 'list', 'list all models, newest first (the default)', 'models list', { connects: false }).action(
    chooseList,
  );
  defineCommand(models, 'export', 'print the models as JSON, or write them to a file', 'models export models.json', {
    connects: false,
  })
    .argument('[file]', 'default: stdout')
    .action((file: string | undefined, flags) => {
      choose({ flags, action: (context) => exportTo(file, context) });
    });
  defineCommand(models, 'import', 'add the models of an exported file', 'models import models.json', { connects: false })
    .argument('<file>', 'a file made by models export')
    .action((file: string, flags) => {
      choose({ flags, action: (context) => importFrom(file, context) });
    });
}

async function list(context: ConfiguredContext): Promise<void> {
  const { listModels } = await import('../models/model-registry.ts');
  const models = await listModels(context);
  const lines =
    models.length === 0 ? ['no model has been trained from here yet'] : await modelTable(models, context.output.columns);
  context.output.result({ models }, lines);
}

async function modelTable(models: readonly ModelEntry[], width: number): Promise<string[]> {
  const { table } = await import('../text/columns.ts');
  const rows = models.map(({ modelId, name, songs, trainedAt }) => [
    printableText(name, 40),
    printableText(modelId, 60),
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

/** Exports to a new file, or to stdout. */
async function exportTo(path: string | undefined, context: ConfiguredContext): Promise<void> {
  const [{ open }, { listModels }] = await Promise.all([import('node:fs/promises'), import('../models/model-registry.ts')]);
  const exported = { version: 1, models: await listModels(context) };
  const text = JSON.stringify(exported, null, 2);
  if (path === undefined) return context.output.result(exported, [text]);
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new UsageError(`${path} exists already`) : error;
  });
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  context.output.result({ file: path, models: exported.models.length }, [
    `${count(exported.models.length, 'model')} written to ${printableText(path)}`,
  ]);
}

/** Imports all models of a file, or none if one of them is damaged. */
async function importFrom(path: string, context: ConfiguredContext): Promise<void> {
  const [{ readFile }, { listModels, saveEntry }] = await Promise.all([
    import('node:fs/promises'),
    import('../models/model-registry.ts'),
  ]);
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
