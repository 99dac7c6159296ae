// Generates the source files that are made from the contract.
//   usage: npm run spec:generate [-- --root DIR]
//   in:    openapi/suno.yaml, openapi/usage.yaml
//   out:   packages/types/src/generated/*.gen.ts, packages/sandbox/src/generated/contract.gen.ts,
//          packages/client/src/generated/answers.gen.ts, packages/client/api.md
//   exit:  0 done, 1 a document is missing or unreadable, 2 wrong usage
import { readDocuments } from './assemble/assemble-all.ts';
import { specOptions } from './cli/arguments.ts';
import { run } from './cli/run.ts';
import { writeAll } from './document/text.ts';
import { generateAll } from './generate/generate-all.ts';
import { layoutOf, shownPath } from './layout.ts';

await run(async () => {
  const layout = layoutOf(specOptions().root);
  const { files, needsHand } = await generateAll(layout, readDocuments(layout));
  const changed = writeAll(files);
  for (const line of needsHand) console.error(line);
  console.log(
    changed.length === 0
      ? 'Nothing generated has changed.'
      : `Wrote ${changed.map((file) => shownPath(layout, file)).join(', ')}`,
  );
  return 0;
});
