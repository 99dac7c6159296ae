/** Foreign text as one harmless line for a terminal or a report: control and direction characters out, length bounded. */
export function printable(text: string, maxLength = 400): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
