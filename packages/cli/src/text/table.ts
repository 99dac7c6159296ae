import stringWidth from 'string-width';
import { fit } from './fit.ts';

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** Rows of harmless text under a line of titles, in columns as wide as they need to be. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ right = false }, index) => {
        const cell = cells[index] ?? '';
        const width = widths[index] ?? 0;
        return right ? ' '.repeat(width - stringWidth(cell)) + cell : fit(cell, width);
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}
