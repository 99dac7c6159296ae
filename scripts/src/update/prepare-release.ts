import { type Documents, readReleased } from '../assemble/assemble-all.ts';
import type { Change } from '../diff/change.ts';
import { distance, type Level, largest } from '../diff/level.ts';
import { levelOf } from '../diff/present.ts';
import { settleNames } from '../diff/settle-names.ts';
import { readText } from '../document/text.ts';
import type { Generated } from '../generate/generate-all.ts';
import { typesModule } from '../generate/types-module.ts';
import { APIS, type Layout } from '../layout.ts';
import { affectedPackages } from '../release/affected-packages.ts';
import { changesetText } from '../release/changeset-text.ts';
import { stampOf } from '../release/stamp.ts';
import { typeTestFailures } from '../signal/type-tests.ts';
import { joinSignals, type TypesSignal, typesSignal } from '../signal/types-signal.ts';
import { SpecError } from '../spec-error.ts';
import { changesSince } from './changes-since.ts';

/** What the next release is, as both signals see it, with its changeset: a text to write, or undefined for none. */
export interface Prepared {
  changes: Change[];
  rules: Level;
  types: TypesSignal;
  bump: Level;
  changeset: string | undefined;
  /** Type tests of today that fail on the new types. */
  failingTests: readonly string[];
}

/** Compares the contract with the one of the last release, by the rules and by the types, and words the changeset. */
export async function prepareRelease(
  layout: Layout,
  documents: Documents,
  { files: generated, unnamed }: Pick<Generated, 'files' | 'unnamed'>,
): Promise<Prepared> {
  const released = readReleased(layout);
  const changes = changesSince(released, documents, unnamed);
  const signals = await Promise.all(
    APIS.map(async (api) => {
      const before = await typesModule(settleNames(released[api], documents[api]).document, `openapi/${api}.yaml`);
      return typesSignal(before, generated.get(layout.types(api)) ?? '');
    }),
  );
  const tests = changes.length > 0 ? typeTestFailures(layout, generated) : { released: [], current: [] };
  // What the last release passed has to pass on the new types, or callers break.
  const types = joinSignals([...signals, { level: tests.released.length > 0 ? 'major' : 'none', findings: tests.released }]);
  refuseDisagreement(changes, types);
  const rules = levelOf(changes);
  const bump = largest([rules, types.level]);
  const parts = {
    packages: affectedPackages(layout.root, bump),
    changes,
    findings: types.findings,
    bump,
    // A run with failing tests is not settled: the next one has to look again.
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
 * Rules and types are independent readings. Further than a step apart, one of them is wrong, and a person has to see which. A
 * change that no rule knows may show in the types in any way: it counts as a major already.
 */
export function refuseDisagreement(changes: readonly Change[], types: TypesSignal): void {
  const shown = changes.filter(({ typed }) => typed);
  if (distance(levelOf(shown), types.level) <= 1 || changes.some(({ rule }) => rule === 'unknown-change')) return;
  throw new SpecError(
    `the rules say ${levelOf(shown)} of what types can show, the types say ${types.level}: one of them is wrong; nothing was written`,
    [...shown.map(({ rule, message }) => `rule ${rule}: ${message}`), ...types.findings.map((finding) => `types: ${finding}`)],
  );
}
