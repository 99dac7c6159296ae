// Assembles the contract.
//   usage: npm run spec:assemble [-- --root DIR]
//   in:    openapi/sources.yaml, openapi/upstream/*.yaml, openapi/overlays/*.yaml
//   out:   openapi/suno.yaml, openapi/usage.yaml
//   exit:  0 done, 1 a conflict, a dangling reference, or an overlay whose target is gone, 2 wrong usage
import { assembleAll, documentFiles } from './assemble/assemble-all.ts';
import { specOptions } from './cli/arguments.ts';
import { run } from './cli/run.ts';
import { writeAll } from './document/text.ts';
import { layoutOf, shownPath } from './layout.ts';

await run(() => {
  const layout = layoutOf(specOptions().root);
  const changed = writeAll(documentFiles(layout, assembleAll(layout)));
  console.log(
    changed.length === 0 ? 'The contract is as it was.' : `Wrote ${changed.map((file) => shownPath(layout, file)).join(', ')}`,
  );
  return 0;
});
