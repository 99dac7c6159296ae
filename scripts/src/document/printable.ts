/** Foreign text as one harmless line for a terminal or a report: control and direction characters out, length bounded. */
export function printable(text: string, maxLength = 400): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

/** Foreign text inside Markdown: no markup, no link, no mention and no table border of its own. Our code marks stay. */
export function markdownText(text: string): string {
  return text.replace(/[|<>[\]@!*_#&]/g, (character, offset: number) =>
    insideCode(text, offset) ? safeInCode(character) : `&#${character.charCodeAt(0)};`,
  );
}

function insideCode(text: string, offset: number): boolean {
  return (text.slice(0, offset).match(/`/g) ?? []).length % 2 === 1;
}

function safeInCode(character: string): string {
  return character === '|' ? '/' : character;
}
