// Generates the source files that are made from the contract.
//   in:   openapi/suno.yaml, openapi/usage.yaml
//   out:  packages/types/src/generated/*.gen.ts, packages/sandbox/src/generated/contract.gen.ts
//   exit: 0 done, 1 a document is missing or unreadable

import { readDocuments } from './assemble/assemble-all.ts';
import { run } from './cli/run.ts';
import { writeAll } from './document/text.ts';
import { generatedFiles } from './generate/generate-all.ts';
import { layoutOf } from './layout.ts';

await run(async () => {
  const layout = layoutOf();
  const changed = writeAll(await generatedFiles(layout, readDocuments(layout)));
  console.log(changed.length === 0 ? 'Nothing generated has changed.' : `Wrote ${changed.join(', ')}`);
  return 0;
});
