import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, objectAt } from '../document/json.ts';

/** The source files of a package's entries: `./dist/x.js` of its `exports` is built from `src/x.ts`. */
export function entrySources(folder: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.values(objectAt(manifest, 'exports')).flatMap((target) => {
    const built = isRecord(target) ? target.default : undefined;
    return typeof built === 'string' ? [join(folder, built.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'))] : [];
  });
}
