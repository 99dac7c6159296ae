import { type Level, largest } from '../diff/level.ts';
import { brokenOperations } from './broken-operations.ts';
import { memberAt, membersAgainst, NULL, typeSurface } from './type-surface.ts';

/** What the generated types show of a change, without the contract behind them. */
export interface TypeDiff {
  level: Level;
  findings: readonly string[];
}

/**
 * Compares two generated modules as a caller's compiler would. A member that is gone or does not fit any more is a major, a member
 * that is new is a minor, and a changed comment is a patch.
 */
export function diffTypes(before: string, after: string): TypeDiff {
  if (before === after) return { level: 'none', findings: [] };
  const [old, now] = [typeSurface(before), typeSurface(after)];
  const gone = membersAgainst(old, now).filter((member) => !member.endsWith(':') && memberAt(now, member) === undefined);
  const changed = [
    ...membersAgainst(now, old).filter((member) => memberAt(old, member) !== memberAt(now, member)),
    ...membersAgainst(old, now).filter((member) => member.endsWith(NULL) && memberAt(now, member) === undefined),
  ];
  const ids = [...old.members.keys()].flatMap((member) => /^operations\.(\w+)$/.exec(member)?.[1] ?? []);
  const broken = brokenOperations(
    before,
    after,
    ids.filter((id) => now.members.has(`operations.${id}`)),
  );
  const reworded = old.comments.join('\n') !== now.comments.join('\n');
  return {
    level: gone.length + broken.length > 0 ? 'major' : changed.length > 0 ? 'minor' : reworded ? 'patch' : 'none',
    findings: [
      ...topmost(gone).map((member) => `${member} is gone`),
      ...broken.map((id) => `${id} does not fit its callers any more`),
      ...topmost(changed.map((member) => member.replace(/:$/, ''))).map((member) => `${member} is new or different`),
    ],
  };
}

/** The members that are not inside another member of the list. */
function topmost(members: readonly string[]): string[] {
  const all = new Set(members);
  return [...all].filter((member) => ![...member.matchAll(/[.[]/g)].some(({ index }) => all.has(member.slice(0, index))));
}

/** The comparisons of several modules as one: the largest level, and all findings. */
export function joinTypeDiffs(diffs: readonly TypeDiff[]): TypeDiff {
  return { level: largest(diffs.map(({ level }) => level)), findings: diffs.flatMap(({ findings }) => findings) };
}
