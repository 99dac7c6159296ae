/** How many columns and rows a terminal has; 80 × 24 where it does not know (`script`, a serial line and some containers say 0 × 0). */
export function screenSize(screen: { readonly columns?: number | undefined; readonly rows?: number | undefined }): {
  columns: number;
  rows: number;
} {
  return { columns: screen.columns || 80, rows: screen.rows || 24 };
}
