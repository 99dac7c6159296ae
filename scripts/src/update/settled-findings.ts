import { isDeepStrictEqual } from 'node:util';
import { type Documents, readReleased } from '../assemble/assemble-all.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { levelOf } from '../diff/present.ts';
import { readText } from '../document/text.ts';
import { APIS, type Layout } from '../layout.ts';
import { announcedBump, changesetProblem } from '../release/changeset-text.ts';
import { stampOf } from '../release/stamp.ts';
import type { Findings } from './report.ts';

/**
 * The findings where an earlier run has settled everything: the contract is the released one and there is no changeset, or the
 * changeset compares these very contracts. Undefined where there is work to do. Quick: no generator and no compiler is loaded.
 */
export function settledFindings(layout: Layout, documents: Documents): Omit<Findings, 'notes'> | undefined {
  const released = readReleased(layout);
  const changeset = readText(layout.changeset);
  const stamp = isDeepStrictEqual(released, documents) ? undefined : stampOf(released, documents);
  if (stamp === undefined ? changeset !== undefined : !changeset?.includes(stamp)) return undefined;
  const changes = APIS.flatMap((api) => diffDocuments(released[api], documents[api]));
  const problem = changesetProblem(changeset ?? '');
  return {
    changes,
    rules: levelOf(changes),
    types: undefined,
    bump: announcedBump(changeset ?? ''),
    needsHand: problem ? [problem] : [],
  };
}
