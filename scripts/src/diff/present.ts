import { markdownText } from '../printable.ts';
import { type Change, levelOf } from './change.ts';

export const FORMATS = ['text', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** A list of changes as text for a terminal, as JSON for a program, or as Markdown for a pull request. */
export function present(changes: readonly Change[], format: Format): string {
  const bump = levelOf(changes);
  if (format === 'json') return JSON.stringify({ bump, changes }, null, 2);
  if (format === 'text') return [...changes.map(textLine), `bump: ${bump}`].join('\n');
  if (changes.length === 0) return 'No change.';
  const rows = changes.map(
    (change) =>
      `| ${change.level} | ${markdownText(change.message)} | ${markdownText(whereOf(change))} | ${change.direction} | \`${change.rule}\` |`,
  );
  return ['| level | change | operation | direction | rule |', '|---|---|---|---|---|', ...rows].join('\n');
}

function textLine(change: Change): string {
  return `${change.level.padEnd(5)}  ${change.message}\n       ${change.rule}, ${change.direction}, ${change.pointer}${where(change)}`;
}

function where(change: Change): string {
  return change.operations.length > 0 ? `\n       ${whereOf(change)}` : '';
}

/** The operations of a change: the first ones by name, and how many more there are. */
export function whereOf({ operations }: Change): string {
  return operations.length > 3 ? `${operations.slice(0, 2).join(', ')} and ${operations.length - 2} more` : operations.join(', ');
}
