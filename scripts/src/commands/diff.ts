// Lists what changed between two versions of the contract, and the bump that follows.
//   usage: npm run spec:diff -- [base.yaml head.yaml] [--format text|json|markdown]
//   in:    two OpenAPI 3.0 documents; without names: each document of openapi/ against openapi/released/
//   out:   the changes on stdout: level, direction, rule id, pointer, operation
//   exit:  0 no change, 10 patch, 11 minor, 12 major, 1 unreadable, 2 wrong usage
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callersPath, run } from '../command-line.ts';
import { parseYaml } from '../contract/yaml.ts';
import { levelOf } from '../diff/change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { exitCodeOf } from '../diff/level.ts';
import { FORMATS, present } from '../diff/present.ts';
import { APIS, layoutOf } from '../layout.ts';

const USAGE = 'usage: npm run spec:diff -- [base.yaml head.yaml] [--format text|json|markdown]';

await run(() => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { format: { type: 'string', default: 'text' } } });
  const format = FORMATS.find((known) => known === values.format);
  const [base, head] = positionals;
  if (format === undefined || (positionals.length !== 0 && positionals.length !== 2)) {
    console.error(USAGE);
    return 2;
  }
  const layout = layoutOf();
  const pairs =
    base && head
      ? [[callersPath(base), callersPath(head)] as const]
      : APIS.map((api) => [layout.released(api), layout.document(api)] as const);
  const read = (file: string) => parseYaml(readFileSync(file, 'utf8'), file, 1000);
  const changes = pairs.flatMap(([before, after]) => diffDocuments(read(before), read(after)));
  console.log(present(changes, format));
  return exitCodeOf(levelOf(changes));
});
