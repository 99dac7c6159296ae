// Checks the documentation of a package: every public symbol and member has a comment, every entry function, options object and error
// has an example, and the examples compile and run.
//   usage: node scripts/src/commands/docs.ts [PACKAGE_FOLDER]
//   in:    the package's entries (source for the comments, dist for the examples); a sandbox serves the calls of the examples
//   out:   the number of examples on stdout
//   exit:  0 fine, 1 something is wrong: each finding is one line on stderr
import { resolve } from 'node:path';
import { run } from '../command-line.ts';
import { checkDocumentation } from '../docs/check-documentation.ts';

await run(async () => {
  const { findings, examples } = await checkDocumentation(resolve(process.argv[2] ?? '.'));
  for (const finding of findings) console.error(finding);
  console.log(`${examples} examples`);
  return findings.length === 0 ? 0 : 1;
});
