import type { Change } from '../diff/change.ts';
import type { Level } from '../diff/level.ts';
import { present } from '../diff/present.ts';
import { markdownText, printable } from '../document/printable.ts';
import type { TypesSignal } from '../signal/types-signal.ts';

/** What one run of the pipeline found out. */
export interface Findings {
  changes: readonly Change[];
  rules: Level;
  /** Undefined where an earlier run has asked them. */
  types: TypesSignal | undefined;
  bump: Level;
  notes: readonly string[];
  /** What a person has to look at before this can be released. */
  needsHand: readonly string[];
}

/** Longer lists help nobody on one page. */
const MAX_ROWS = 40;

/** One page of Markdown for a pull request. */
export function reportText({ changes, rules, types, bump, notes, needsHand }: Findings): string {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          `## ${title}\n\n${lines
            .slice(0, MAX_ROWS)
            .map((line) => `- ${markdownText(printable(line))}`)
            .join('\n')}${rest(lines.length)}\n`,
        ];
  return [
    `# The published API: ${bump === 'none' ? 'no change since the last release' : `a ${bump} since the last release`}\n`,
    `${types ? `The rules say **${rules}**, the types say **${types.level}**; the larger counts.` : 'Nothing new since the last run.'}\n`,
    ...list('Needs a hand', needsHand),
    `## What changed\n\n${present(changes.slice(0, MAX_ROWS), 'markdown')}${rest(changes.length)}\n`,
    ...list('What the types show', types?.findings ?? []),
    ...list('From the pages', notes),
  ].join('\n');
}

function rest(count: number): string {
  return count > MAX_ROWS ? `\n\n… and ${count - MAX_ROWS} more` : '';
}
