// Lints the contract: valid OpenAPI 3.0, what the generators need beyond it, and a description in English for each field. Offline.
//   usage: npm run spec:lint [-- FILE...]
//   in:    openapi/suno.yaml and openapi/usage.yaml, or the files named as arguments
//   exit:  0 clean, 1 findings: pointer, message and rule of each on stderr, 2 wrong usage
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callersPath, run } from '../command-line.ts';
import { parseYaml } from '../contract/yaml.ts';
import { APIS, layoutOf } from '../layout.ts';
import { lintDescriptions } from '../lint/lint-descriptions.ts';
import { findingLine, lintDocument } from '../lint/lint-document.ts';

await run(async () => {
  const { positionals: named } = parseArgs({ allowPositionals: true });
  const files = named.length > 0 ? named.map(callersPath) : APIS.map(layoutOf().document);
  let found = 0;
  for (const file of files) {
    const document = parseYaml(readFileSync(file, 'utf8'), file);
    for (const finding of [...(await lintDocument(document)), ...lintDescriptions(document)]) {
      console.error(findingLine(file, finding));
      found += 1;
    }
  }
  return found === 0 ? 0 : 1;
});
