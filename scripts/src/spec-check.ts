// Tells whether everything generated is fresh. Writes nothing.
//   in:   openapi/**, packages/{types,sandbox}/src/generated/**
//   exit: 0 fresh, 1 something is stale: each file is named, with the command that refreshes it
import { run } from './cli/run.ts';
import { staleFiles } from './generate/stale.ts';
import { layoutOf } from './layout.ts';

await run(async () => {
  const stale = await staleFiles(layoutOf());
  for (const line of stale) console.error(line);
  return stale.length === 0 ? 0 : 1;
});
