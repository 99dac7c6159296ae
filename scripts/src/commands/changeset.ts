// Writes the changeset of the contract as it is on disk: the net change since the last release.
//   usage: npm run spec:changeset [-- --root DIR]
//   in:    openapi/{suno,usage}.yaml, openapi/released/
//   out:   .changeset/spec-update.md, or none when nothing has changed
//   exit:  0 done, 1 the rules and the types disagree, 2 wrong usage
import { run, specOptions } from '../command-line.ts';
import { readDocuments } from '../contract/documents.ts';
import { writeAll } from '../files.ts';
import { generateAll } from '../generate/generate-all.ts';
import { layoutOf } from '../layout.ts';
import { changesetProblem } from '../release/changeset-text.ts';
import { prepareRelease } from '../release/prepare-release.ts';

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
