import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { SpecError } from '../errors.ts';

/** Where pages are read from: the published site, or a folder that mirrors it. */
export interface Site {
  /** The text at a path such as `/llms.txt`; undefined when nothing is there. */
  read: (path: string) => Promise<string | undefined>;
}

/** A page has about 10 kB. A larger one than this is refused. */
export const MAX_PAGE_BYTES: number = 2 * 1024 * 1024;

/** A folder with `llms.txt` and the pages at the paths that they have on the site. */
export function folderSite(folder: string): Site {
  return {
    read: async (path) => {
      try {
        const root = await realpath(folder);
        const file = await realpath(join(root, path));
        if (!file.startsWith(root + sep)) throw new SpecError(`${path}: leads out of the folder`);
        const { size } = await stat(file);
        if (size > MAX_PAGE_BYTES) throw new SpecError(`${path}: larger than ${MAX_PAGE_BYTES} bytes`);
        return await readFile(file, 'utf8');
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return undefined;
        throw cause;
      }
    },
  };
}
