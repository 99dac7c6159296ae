import { missedMarks } from './marks.ts';
import type { Report } from './report.ts';
import { type Table, tablesOf } from './tables.ts';

/** The report as a page. */
export function markdownOf(report: Report): string {
  const missed = missedMarks(report);
  return `<!-- Written by \`npm run bench -- --write\`. Do not edit. -->
# Beside the peers

${report.date.slice(0, 10)}, ${report.machine}, Node ${report.node}. \`npm run bench\` measures it anew.

${tablesOf(report).map(section).join('\n')}
${missed.length === 0 ? 'Every mark is met.' : `Marks that this run missed:\n\n${missed.map((line) => `- ${line}`).join('\n')}`}
`;
}

function section({ title, note, head, lines }: Table): string {
  return `## ${title}

${note}

| ${head.join(' | ')} |
|${head.map(() => '---').join('|')}|
${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}
`;
}
