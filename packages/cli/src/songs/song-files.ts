import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { urlWithoutSecrets } from '@mountsea-suno/internal';
import { makeDurably, writeDurably } from '@mountsea-suno/internal/node';
import { homeFolder } from '../client-and-store.ts';
import type { ConfiguredContext } from '../context.ts';

/** Gives the local file behind the URL of a hosted song. */
export type FileOf = (url: string) => string | undefined;

/** Saves which file each URL of a training stands for. `resume` and `trainings` show it to people; if it cannot be saved, they show URLs. */
export async function saveFiles(
  context: ConfiguredContext,
  trainingId: string,
  urls: readonly string[],
  fileOf: FileOf,
): Promise<void> {
  const files = urls.map((url) => [urlWithoutSecrets(url), fileOf(url)] as const).filter(([, file]) => file !== undefined);
  const path = pathOf(context, trainingId);
  try {
    await makeDurably(dirname(path));
    await writeDurably(path, JSON.stringify(Object.fromEntries(files)));
  } catch {
    // Any step that needs the home folder reports the problem itself.
  }
}

/** The files that the URLs of a training stand for, as far as they are known. */
export async function loadFiles(context: ConfiguredContext, trainingId: string): Promise<FileOf> {
  let files: Readonly<Record<string, unknown>> = {};
  try {
    files = Object(JSON.parse(await readFile(pathOf(context, trainingId), 'utf8')));
  } catch {
    // A training on URLs has no files.
  }
  return (url) => {
    const key = urlWithoutSecrets(url);
    const file = Object.hasOwn(files, key) ? files[key] : undefined;
    return typeof file === 'string' ? file : undefined;
  };
}

/** Removes what {@link saveFiles} saved, when the training is removed. */
export async function forgetFiles(context: ConfiguredContext, trainingId: string): Promise<void> {
  await rm(pathOf(context, trainingId), { force: true });
}

function pathOf(context: ConfiguredContext, trainingId: string): string {
  return join(homeFolder(context), 'songs', `${trainingId}.json`);
}
