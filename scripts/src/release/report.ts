import type { Change } from '../diff/change.ts';
import type { Level } from '../diff/level.ts';
import { present } from '../diff/present.ts';
import { markdownText, printable } from '../printable.ts';
import type { TypeDiff } from '../type-diff/diff-types.ts';

/** What one run of the pipeline found. */
export interface Findings {
  changes: readonly Change[];
  rules: Level;
  /** Undefined when nothing is new: then an earlier run has compared the types. */
  types: TypeDiff | undefined;
  bump: Level;
  notes: readonly string[];
  /** What a person has to do before this can be released. */
  manualSteps: readonly string[];
}

/** The longest list that is still readable on one page. */
const MAX_ROWS = 40;

/** One page of Markdown for a pull request. */
export function reportText({ changes, rules, types, bump, notes, manualSteps }: Findings): string {
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
    ...list('To do by hand', manualSteps),
    `## What changed\n\n${present(changes.slice(0, MAX_ROWS), 'markdown')}${rest(changes.length)}\n`,
    ...list('What the types show', types?.findings ?? []),
    ...list('From the pages', notes),
  ].join('\n');
}

function rest(count: number): string {
  return count > MAX_ROWS ? `\n\n… and ${count - MAX_ROWS} more` : '';
}
