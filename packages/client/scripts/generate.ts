/**
 * Writes what is generated in this package: `src/generated/answers.gen.ts` and `api.md`.
 * Input: `openapi/suno.yaml`, `openapi/usage.yaml`, `src/operations.ts`. With `--check` it writes nothing and exits 1 when a file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const { path, text } of generatedFiles()) {
  if (process.argv.includes('--check')) {
    if (readFileSync(`${root}/${path}`, 'utf8') !== text) {
      process.exitCode = 1;
      process.stderr.write(`${path} is stale: run npm run generate -w packages/client\n`);
    }
  } else writeFileSync(`${root}/${path}`, text);
}
