// Words the changeset of the contract as it lies: the net change since the last release.
//   usage: npm run spec:changeset [-- --root DIR]
//   in:    openapi/{suno,usage}.yaml, openapi/released/
//   out:   .changeset/spec-update.md, or none when nothing has changed
//   exit:  0 done, 1 the two signals disagree, 2 wrong usage
import { readDocuments } from './assemble/assemble-all.ts';
import { specOptions } from './cli/arguments.ts';
import { run } from './cli/run.ts';
import { writeAll } from './document/text.ts';
import { generateAll } from './generate/generate-all.ts';
import { layoutOf } from './layout.ts';
import { changesetProblem } from './release/changeset-text.ts';
import { prepareRelease } from './update/prepare-release.ts';

await run(async () => {
  const options = specOptions();
  const layout = layoutOf(options.root);
  const documents = readDocuments(layout);
  const { bump, changeset } = await prepareRelease(layout, documents, await generateAll(layout, documents));
  writeAll(new Map([[layout.changeset, changeset]]));
  const problem = changesetProblem(changeset ?? '');
  console.log(problem ?? `bump: ${bump}`);
  return 0;
});
