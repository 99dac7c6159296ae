import stringWidth from 'string-width';
import { fit } from './fit.ts';

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** Cut with an ellipsis where there is too little room, down to so many columns of the screen. Default: never cut. */
  readonly atLeast?: number;
  /** Left out where the others would not fit. */
  readonly optional?: boolean;
}

const gap = 2;

/** Rows of harmless text under a line of titles, in columns as wide as they need to be and together no wider than `width`, if that can be. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number = Number.POSITIVE_INFINITY,
): string[] {
  const all = columns.map((column, index) => {
    const cells = [column.title, ...rows.map((row) => row[index] ?? '')];
    const natural = Math.max(...cells.map((cell) => stringWidth(cell)));
    return { column, cells, natural, least: Math.min(natural, column.atLeast ?? natural) };
  });
  let shown = all;
  while (sum(shown.map(({ least }) => least)) > width) {
    const dropped = shown.findLast(({ column }) => column.optional);
    if (dropped === undefined) break;
    shown = shown.filter((one) => one !== dropped);
  }
  const widths = narrowed(shown, width);
  return ['', ...rows].map((_row, line) =>
    shown
      .map(({ column: { right = false }, cells }, index) => {
        const cell = fit(cells[line] ?? '', widths[index] ?? 0);
        return right ? cell.trimEnd().padStart(cell.length) : cell;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, one) => total + one + gap, -gap);
}

/** The widths of the columns, the widest that may be cut made narrower until all fit. */
function narrowed(columns: readonly { readonly natural: number; readonly least: number }[], width: number): number[] {
  const widths = columns.map(({ natural }) => natural);
  while (sum(widths) > width) {
    const spare = widths.map((one, index) => (one > (columns[index]?.least ?? 0) ? one : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (spare[widest] === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
