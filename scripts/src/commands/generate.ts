// Makes everything that is generated: the documents of the contract, and the source files and pages that are made from them.
//   usage: npm run generate [-- --check] [--root DIR]
//            --check: write nothing, and name each file that is stale
//   in:    openapi/sources.yaml, openapi/upstream/*.yaml, openapi/overlays/*.yaml; packages/client/src/{client,resources/*}.ts
//   out:   openapi/suno.yaml, openapi/usage.yaml; packages/types/src/generated/*.gen.ts,
//          packages/sandbox/src/generated/contract.gen.ts, packages/client/api.md
//   exit:  0 done or fresh, 1 a file is stale, or the contract cannot be assembled (a conflict, a dangling reference, an overlay
//          whose target is gone), 2 wrong usage
import { run, specOptions } from '../command-line.ts';
import { assembleAll, documentFiles } from '../contract/documents.ts';
import { writeAll } from '../files.ts';
import { generateAll, staleFiles } from '../generate/generate-all.ts';
import { layoutOf, shownPath } from '../layout.ts';
import { printable } from '../printable.ts';

await run(async () => {
  const options = specOptions({ check: { type: 'boolean' } });
  const layout = layoutOf(options.root);
  if (options.check === true) {
    const stale = await staleFiles(layout);
    for (const line of stale) console.error(line);
    return stale.length === 0 ? 0 : 1;
  }
  const { documents, unused } = assembleAll(layout);
  const { files, manualSteps } = await generateAll(layout, documents);
  const written = writeAll(new Map([...documentFiles(layout, documents), ...files]));
  for (const line of [...manualSteps, ...unused]) console.error(printable(line));
  console.log(
    written.length === 0
      ? 'Everything generated is as it was.'
      : `Wrote ${written.map((file) => shownPath(layout, file)).join(', ')}`,
  );
  return 0;
});
