// Assembles the contract.
//   in:   openapi/sources.yaml, openapi/upstream/*.yaml, openapi/overlays/*.yaml
//   out:  openapi/suno.yaml, openapi/usage.yaml
//   exit: 0 done, 1 a conflict, a dangling reference, or an overlay whose target is gone
import { assembleAll, documentFiles } from './assemble/assemble-all.ts';
import { run } from './cli/run.ts';
import { writeAll } from './document/text.ts';
import { layoutOf, shownPath } from './layout.ts';

await run(() => {
  const layout = layoutOf();
  const changed = writeAll(documentFiles(layout, assembleAll(layout)));
  console.log(
    changed.length === 0 ? 'The contract is as it was.' : `Wrote ${changed.map((file) => shownPath(layout, file)).join(', ')}`,
  );
  return 0;
});
