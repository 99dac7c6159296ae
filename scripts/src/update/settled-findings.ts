import { type Documents, readReleased } from '../assemble/assemble-all.ts';
import { levelOf } from '../diff/present.ts';
import { readText } from '../document/text.ts';
import { clientFiles } from '../generate/client-files.ts';
import { contractModule } from '../generate/contract-module.ts';
import type { Layout } from '../layout.ts';
import { announcedBump, changesetProblem } from '../release/changeset-text.ts';
import { stampOf } from '../release/stamp.ts';
import { changesSince } from './changes-since.ts';
import type { Findings } from './report.ts';

/**
 * The findings where an earlier run has settled everything: the sandbox has this very contract, and there is no changeset as
 * nothing has changed since the release, or one that compares these very contracts. Undefined where there is work to do. Quick:
 * no compiler is loaded.
 */
export function settledFindings(layout: Layout, documents: Documents): Omit<Findings, 'notes'> | undefined {
  const released = readReleased(layout);
  const changeset = readText(layout.changeset);
  if (readText(layout.contract) !== contractModule(documents)) return undefined;
  const { needsHand, unnamed } = clientFiles(layout, documents);
  const changes = changesSince(released, documents, unnamed);
  if (changeset === undefined ? changes.length > 0 : !changeset.includes(stampOf(released, documents, unnamed))) return undefined;
  const problem = changesetProblem(changeset ?? '');
  return {
    changes,
    rules: levelOf(changes),
    types: undefined,
    bump: announcedBump(changeset ?? ''),
    needsHand: [...needsHand, ...(problem ? [problem] : [])],
  };
}
