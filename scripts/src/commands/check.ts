// The repository's own checks.
//   usage: npm run check
//   in:    openapi/, everything generated from it, the dependencies of the published packages, and the pending changesets
//   exit:  0 fine, 1 something is wrong: each finding is one line on stderr
import { run } from '../command-line.ts';
import { readDocuments } from '../contract/documents.ts';
import { readText } from '../files.ts';
import { staleFiles } from '../generate/generate-all.ts';
import { APIS, layoutOf } from '../layout.ts';
import { lintDescriptions } from '../lint/lint-descriptions.ts';
import { findingLine, lintDocument } from '../lint/lint-document.ts';
import { changesetProblem } from '../release/changeset-text.ts';
import { missingDependents } from '../release/missing-dependents.ts';
import { pinnedDependencies } from '../release/published-packages.ts';

await run(async () => {
  const layout = layoutOf();
  const documents = readDocuments(layout);
  const lint = async (api: (typeof APIS)[number]): Promise<string[]> =>
    [...(await lintDocument(documents[api])), ...lintDescriptions(documents[api])].map((finding) =>
      findingLine(`openapi/${api}.yaml`, finding),
    );
  const findings = [
    ...(await staleFiles(layout)),
    ...(await Promise.all(APIS.map(lint))).flat(),
    ...pinnedDependencies(layout.root),
    ...missingDependents(layout.root),
    changesetProblem(readText(layout.changeset) ?? '') ?? [],
  ].flat();
  for (const finding of findings) console.error(finding);
  return findings.length === 0 ? 0 : 1;
});
