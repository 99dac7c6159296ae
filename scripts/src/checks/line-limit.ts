import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSource } from './source-files.ts';

/** Where a file has become too long to be read at one go. Half of it is the usual size. */
const MAX_LINES = 400;

/** One line for each hand-written file over the limit. */
export function longFiles(root: string, files: readonly string[]): string[] {
  return files.filter(isSource).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > MAX_LINES
      ? [`${file} has ${lines} lines; ${MAX_LINES} are the limit: find the second thing that it does`]
      : [];
  });
}
