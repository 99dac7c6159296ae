/** Control characters except line feed and tab, direction marks, and line separators. Code that holds them looks different from what it does. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u{feff}]/gu;

/** The text without invisible characters. Line feeds and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Whether a text holds invisible characters. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/** Untrusted text as one harmless line for a terminal or a report: without control and direction characters, of a bounded length. */
export function printable(text: string, maxLength = 400): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

/** Untrusted text inside Markdown: it cannot make markup, links, mentions or table borders. Our own code marks stay. */
export function markdownText(text: string): string {
  return text.replace(/[|<>[\]@!*_#&]/g, (character, offset: number) =>
    insideCode(text, offset) ? safeInCode(character) : `&#${character.charCodeAt(0)};`,
  );
}

function insideCode(text: string, offset: number): boolean {
  return (text.slice(0, offset).match(/`/g) ?? []).length % 2 === 1;
}

/** A vertical bar ends a table cell even inside code. */
function safeInCode(character: string): string {
  return character === '|' ? '/' : character;
}
