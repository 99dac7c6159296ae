import { isRecord, type JsonObject, objectAt } from './document.ts';
import { fieldsOf } from './fields.ts';
import { ENGLISH, EVIDENCE } from './marks.ts';

/** Letters and punctuation of Chinese, Japanese and Korean. */
const CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a text can be read in English: nothing in its first line is Chinese, Japanese or Korean. What follows may be. */
export function startsInEnglish(text: string): boolean {
  const [first = ''] = text.trim().split('\n', 1);
  return first !== '' && !CJK.test(first);
}

/** A copy of a transcribed document in which each description of a field is marked as ours, because it was not published. */
export function markTexts(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  for (const { holder } of fieldsOf(copy))
    if (typeof holder.description === 'string') holder[EVIDENCE] = { ...objectAt(holder, EVIDENCE), description: 'ours' };
  return copy;
}

/**
 * Turns each `x-english` into a description that is marked as ours. A published description stays: an English one replaces ours, and one
 * in another language follows ours. A description that we transcribed is replaced by `x-english`.
 */
export function liftEnglish(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(liftEnglish);
  if (!isRecord(node)) return node;
  const lifted = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, liftEnglish(value)]));
  const { [ENGLISH]: english, ...rest } = lifted;
  if (typeof english !== 'string') return lifted;
  const evidence = objectAt(rest, EVIDENCE);
  const published = typeof rest.description === 'string' && evidence.description !== 'ours' ? rest.description.trim() : '';
  if (startsInEnglish(published)) return rest;
  const description = published === '' ? english : `${english}\n${published}`;
  return { ...rest, description, [EVIDENCE]: { ...evidence, description: 'ours' } };
}
