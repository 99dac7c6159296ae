import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, homeFolder } from '../context.ts';

/** Gives the local file behind the URL of a hosted song. */
export type FileOf = (url: string) => string | undefined;

/** Notes which files a training's URLs were made of, for `resume` and `trainings`. Only people need it: where it cannot be kept, URLs are shown. */
export async function saveFiles(context: Context, trainingId: string, urls: readonly string[], fileOf: FileOf): Promise<void> {
  const files = urls.map((url) => [withoutQuery(url), fileOf(url)] as const).filter(([, file]) => file !== undefined);
  const path = pathOf(context, trainingId);
  try {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    await writeFile(path, JSON.stringify(Object.fromEntries(files)), { mode: 0o600 });
  } catch {
    // What really cannot go on without its home folder says so itself.
  }
}

/** The files that a training's URLs were made of, as far as they are known. */
export async function loadFiles(context: Context, trainingId: string): Promise<FileOf> {
  let files: Readonly<Record<string, unknown>> = {};
  try {
    files = Object(JSON.parse(await readFile(pathOf(context, trainingId), 'utf8')));
  } catch {
    // A training on URLs has none.
  }
  return (url) => {
    const file = Object.hasOwn(files, withoutQuery(url)) ? files[withoutQuery(url)] : undefined;
    return typeof file === 'string' ? file : undefined;
  };
}

/** Forgets them, with the training. */
export async function forgetFiles(context: Context, trainingId: string): Promise<void> {
  await rm(pathOf(context, trainingId), { force: true });
}

function pathOf(context: Context, trainingId: string): string {
  return join(homeFolder(context), 'songs', `${trainingId}.json`);
}

/** The signature of a URL is in its query, and is nobody's to keep. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/su, '');
}
