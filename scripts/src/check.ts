// The repository's own checks.
//   in:   the checkout: openapi/, everything generated, and the pending changeset of the spec
//   exit: 0 fine, 1 a breach: each is named on stderr
import { unreleasable } from './checks/unreleasable.ts';
import { run } from './cli/run.ts';
import { staleFiles } from './generate/stale.ts';
import { layoutOf } from './layout.ts';

await run(async () => {
  const layout = layoutOf();
  const findings = [...(await staleFiles(layout)), ...unreleasable(layout)];
  for (const finding of findings) console.error(finding);
  return findings.length === 0 ? 0 : 1;
});
