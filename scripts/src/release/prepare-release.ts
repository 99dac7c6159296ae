import { type Documents, readReleased } from '../contract/documents.ts';
import { adoptNames } from '../diff/adopt-names.ts';
import { type Change, levelOf } from '../diff/change.ts';
import { distance, type Level, largest } from '../diff/level.ts';
import { SpecError } from '../errors.ts';
import { readText } from '../files.ts';
import type { Generated } from '../generate/generate-all.ts';
import { typesModule } from '../generate/types-module.ts';
import { APIS, type Layout } from '../layout.ts';
import { diffTypes, joinTypeDiffs, type TypeDiff } from '../type-diff/diff-types.ts';
import { typeTestFailures } from '../type-diff/type-tests.ts';
import { changesetText, changesSince, stampOf } from './changeset-text.ts';
import { affectedPackages } from './published-packages.ts';

/** What the next release is, by the rules and by the types. Its changeset is a text to write, or undefined when nothing changed. */
export interface Prepared {
  changes: Change[];
  rules: Level;
  types: TypeDiff;
  bump: Level;
  changeset: string | undefined;
  /** Type tests of today that fail on the new types. */
  failingTests: readonly string[];
}

/** Compares the contract with the one of the last release, by the rules and by the types, and writes the text of the changeset. */
export async function prepareRelease(
  layout: Layout,
  documents: Documents,
  { files: generated, unnamed }: Pick<Generated, 'files' | 'unnamed'>,
): Promise<Prepared> {
  const released = readReleased(layout);
  const changes = changesSince(released, documents, unnamed);
  const diffs = await Promise.all(
    APIS.map(async (api) => {
      const before = await typesModule(adoptNames(released[api], documents[api]).document, `openapi/${api}.yaml`);
      return diffTypes(before, generated.get(layout.types(api)) ?? '');
    }),
  );
  const tests = changes.length > 0 ? typeTestFailures(layout, generated) : { released: [], current: [] };
  // Type tests that the last release passed have to pass on the new types, otherwise callers break.
  const types = joinTypeDiffs([...diffs, { level: tests.released.length > 0 ? 'major' : 'none', findings: tests.released }]);
  refuseDisagreement(changes, types);
  const rules = levelOf(changes);
  const bump = largest([rules, types.level]);
  const parts = {
    packages: affectedPackages(layout.root, bump),
    changes,
    findings: types.findings,
    bump,
    // With failing tests there is work left, so the next run has to compare again.
    stamp: tests.current.length === 0 ? stampOf(released, documents, unnamed) : undefined,
    existing: readText(layout.changeset),
  };
  return {
    changes,
    rules,
    types,
    bump,
    failingTests: tests.current,
    changeset: bump === 'none' ? undefined : changesetText(parts),
  };
}

/**
 * Throws when the rules and the types, which judge a change independently, are more than one step apart: then one of them is wrong,
 * and a person has to see which. A change that no rule covers counts as a major already, and may show in the types in any way.
 */
export function refuseDisagreement(changes: readonly Change[], types: TypeDiff): void {
  const shown = changes.filter(({ typed }) => typed);
  if (distance(levelOf(shown), types.level) <= 1 || changes.some(({ rule }) => rule === 'unknown-change')) return;
  throw new SpecError(
    `the rules say ${levelOf(shown)} of what types can show, the types say ${types.level}: one of them is wrong; nothing was written`,
    [...shown.map(({ rule, message }) => `rule ${rule}: ${message}`), ...types.findings.map((finding) => `types: ${finding}`)],
  );
}
