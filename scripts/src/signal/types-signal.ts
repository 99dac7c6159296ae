import { type Level, largest } from '../diff/level.ts';
import { brokenOperations } from './assignability.ts';
import { memberAt, membersAgainst } from './references.ts';
import { typeSurface } from './type-surface.ts';

/** What the generated types say of a change, knowing nothing of the contract behind them. */
export interface TypesSignal {
  level: Level;
  findings: readonly string[];
}

/**
 * Compares two generated modules as a caller's compiler would: what can no longer be said or no longer fits is a major, what
 * can be said in addition a minor, other comments a patch.
 */
export function typesSignal(before: string, after: string): TypesSignal {
  if (before === after) return { level: 'none', findings: [] };
  const [old, now] = [typeSurface(before), typeSurface(after)];
  const gone = membersAgainst(old, now).filter((member) => !member.endsWith(':') && memberAt(now, member) === undefined);
  const changed = membersAgainst(now, old).filter((member) => memberAt(old, member) !== memberAt(now, member));
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
      ...topmost(changed.map((member) => member.replace(/:$/, ''))).map((member) => `${member} is new or other`),
    ],
  };
}

/** Members without those that stand inside another one of the list. */
function topmost(members: readonly string[]): string[] {
  const all = new Set(members);
  return [...all].filter((member) => ![...member.matchAll(/[.[]/g)].some(({ index }) => all.has(member.slice(0, index))));
}

export function joinSignals(signals: readonly TypesSignal[]): TypesSignal {
  return { level: largest(signals.map(({ level }) => level)), findings: signals.flatMap(({ findings }) => findings) };
}
