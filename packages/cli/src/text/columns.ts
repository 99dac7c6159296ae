import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text cut to at most `width` terminal columns (wide characters count two), with an ellipsis if something was cut. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const next = stringWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept}…`;
}

/** The text in exactly `width` terminal columns: cut or filled up with spaces. */
export function fit(text: string, width: number): string {
  const shown = cut(text, width);
  return shown + ' '.repeat(Math.max(0, width - stringWidth(shown)));
}

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** When there is too little room, the column is cut with an ellipsis, down to this many columns of the screen. Default: it is never cut. */
  readonly atLeast?: number;
  /** The column is left out when the others would not fit. */
  readonly optional?: boolean;
}

const gap = 2;

/** Rows of printable text under a line of titles, in columns as wide as they need to be, and together not wider than `width` if possible. */
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

/** The widths of the columns: the widest one that may be cut is made narrower until all fit. */
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
