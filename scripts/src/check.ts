// The repository's own checks.
//   in:   the checkout: its sources, openapi/, everything generated, and the pending changeset of the spec
//   exit: 0 fine, 1 a breach: each is named on stderr
import { boundaryBreaches } from './checks/boundaries.ts';
import { longFiles } from './checks/line-limit.ts';
import { checkoutFiles } from './checks/source-files.ts';
import { unreleasable } from './checks/unreleasable.ts';
import { run } from './cli/run.ts';
import { staleFiles } from './generate/stale.ts';
import { layoutOf } from './layout.ts';

await run(async () => {
  const layout = layoutOf();
  const files = checkoutFiles(layout.root);
  const findings = [
    ...boundaryBreaches(layout.root, files),
    ...longFiles(layout.root, files),
    ...(await staleFiles(layout)),
    ...unreleasable(layout),
  ];
  for (const finding of findings) console.error(finding);
  return findings.length === 0 ? 0 : 1;
});
