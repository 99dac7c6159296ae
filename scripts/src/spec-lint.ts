// Lints the contract: valid OpenAPI 3.0, and what the generators need beyond it. Offline.
//   usage: npm run spec:lint [-- FILE...]
//   in:    openapi/suno.yaml and openapi/usage.yaml, or the files named as arguments
//   exit:  0 clean, 1 something was found: rule, pointer and message of each on stderr, 2 wrong usage
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callersPath } from './cli/arguments.ts';
import { run } from './cli/run.ts';
import { printable } from './document/printable.ts';
import { parseYaml } from './document/yaml.ts';
import { APIS, layoutOf } from './layout.ts';
import { lintDocument } from './lint/lint-document.ts';

await run(async () => {
  const { positionals: named } = parseArgs({ allowPositionals: true });
  const files = named.length > 0 ? named.map(callersPath) : APIS.map(layoutOf().document);
  let found = 0;
  for (const file of files) {
    for (const { rule, pointer, message } of await lintDocument(parseYaml(readFileSync(file, 'utf8'), file))) {
      console.error(printable(`${file} ${pointer}: ${message} (${rule})`));
      found += 1;
    }
  }
  return found === 0 ? 0 : 1;
});
