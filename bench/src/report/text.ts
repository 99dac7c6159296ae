import { missedMarks } from './marks.ts';
import type { Report } from './report.ts';
import { type Table, tablesOf } from './tables.ts';

/** The report for a terminal. */
export function textOf(report: Report): string {
  const missed = missedMarks(report);
  return [
    `${report.date.slice(0, 10)}, ${report.machine}, Node ${report.node}`,
    ...tablesOf(report).map(section),
    missed.length === 0 ? 'Every mark is met.' : ['Missed:', ...missed].join('\n  '),
  ].join('\n\n');
}

function section({ title, head, lines }: Table): string {
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => (line[column] ?? '').length)));
  const row = (line: string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [title, ...[head, ...lines].map((line) => `  ${row(line)}`)].join('\n');
}
