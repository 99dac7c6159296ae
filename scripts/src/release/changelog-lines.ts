import type { Change } from '../diff/change.ts';
import { whereOf } from '../diff/present.ts';
import { markdownText } from '../document/printable.ts';

const GROUPS = ['Breaking', 'Added', 'Changed', 'Deprecated'] as const;
type Group = (typeof GROUPS)[number];

/** Changes by group, one line for each operation or set of operations that changed together. */
export function changelogLines(changes: readonly Change[]): Map<Group, string[]> {
  const groups = new Map<Group, string[]>();
  for (const group of GROUPS) {
    const members = changes.filter((change) => groupOf(change) === group);
    const byPlace = Map.groupBy(
      members.filter(({ rule }) => rule !== 'annotation-changed'),
      whereOf,
    );
    const lines = [...byPlace].map(([place, list]) => line(place, [...new Set(list.map(({ message }) => message))]));
    const reworded = members.filter(({ rule }) => rule === 'annotation-changed').length;
    if (reworded > 0)
      lines.push(
        `Descriptions and examples: ${reworded === 1 ? 'one place is' : `${reworded} places are`} worded in another way`,
      );
    if (lines.length > 0) groups.set(group, lines.map(markdownText));
  }
  return groups;
}

/** What changed at a place; a message that begins with the place itself says it once. */
function line(place: string, messages: readonly string[]): string {
  const text = messages.join('; ');
  return text.startsWith(`\`${place}\``) ? text : `${place || 'The contract'}: ${text}`;
}

function groupOf({ level, rule }: Change): Group {
  if (level === 'major') return 'Breaking';
  if (rule === 'deprecated') return 'Deprecated';
  return level === 'minor' && /-added|-allowed/.test(rule) ? 'Added' : 'Changed';
}
