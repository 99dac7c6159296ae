import { isRecord } from '../document/json.ts';

/** Control characters but line feed and tab; direction marks and line separators, which make code read as what it is not. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u{feff}]/gu;

/** The same data with every text free of characters that nobody sees. */
export function plainTexts(node: unknown): unknown {
  if (typeof node === 'string') return node.replace(UNSEEN, '');
  if (Array.isArray(node)) return node.map(plainTexts);
  if (!isRecord(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainTexts(value)]));
}

/** Whether a name has characters that nobody sees. */
export function hasUnseen(name: string): boolean {
  return name.search(UNSEEN) >= 0;
}
