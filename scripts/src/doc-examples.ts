// Checks the documentation of a package: every public symbol has a comment and an example, and the examples compile and run.
//   usage: node src/doc-examples.ts PACKAGE_FOLDER
//   in:    the package's entries (source for the comments, dist for the examples); a sandbox answers the examples' calls
//   exit:  0 fine, 1 a breach: each is named on stderr
import { resolve } from 'node:path';
import { run } from './cli/run.ts';
import { checkDocumentation } from './doc-examples/check-documentation.ts';

await run(async () => {
  const { findings, examples } = await checkDocumentation(resolve(process.argv[2] ?? '.'));
  for (const finding of findings) console.error(finding);
  console.log(`${examples} examples`);
  return findings.length === 0 ? 0 : 1;
});
