// Tells whether everything generated is fresh. Writes nothing.
//   usage: npm run spec:check [-- --root DIR]
//   in:    openapi/**, packages/{types,sandbox,client}/src/generated/**, packages/client/api.md
//   exit:  0 fresh, 1 something is stale: each file is named, with the command that refreshes it, 2 wrong usage
import { specOptions } from './cli/arguments.ts';
import { run } from './cli/run.ts';
import { staleFiles } from './generate/stale.ts';
import { layoutOf } from './layout.ts';

await run(async () => {
  const stale = await staleFiles(layoutOf(specOptions().root));
  for (const line of stale) console.error(line);
  return stale.length === 0 ? 0 : 1;
});
