import { startsInEnglish } from '../contract/describe.ts';
import { isRecord, type JsonObject, pointerTo } from '../contract/document.ts';
import { fieldsOf } from '../contract/fields.ts';
import type { Finding } from './lint-rules.ts';

/**
 * What a reader of the generated types would miss: a description of each parameter and of each field of a request or a response, and
 * English in every text. Text in another language may follow the English one.
 */
export function lintDescriptions(document: JsonObject): Finding[] {
  const undescribed = fieldsOf(document)
    .filter(({ holder }) => typeof holder.description !== 'string' || holder.description.trim() === '')
    .map(({ pointer, operation }) => ({
      rule: 'described-field',
      pointer,
      message: `no description (${operation}); say in openapi/overlays what it is, its unit and its bounds`,
    }));
  const foreign = [...shownTexts(document, [])]
    .filter(({ text }) => text.trim() !== '' && !startsInEnglish(text))
    .map(({ at }) => ({
      rule: 'english-first',
      pointer: pointerTo(...at),
      message: 'the text does not begin in English; add an English one in openapi/overlays, and the original will follow it',
    }));
  return [...undescribed, ...foreign];
}

/** The keywords whose texts the generated types show as comments. */
const SHOWN: ReadonlySet<string> = new Set(['title', 'summary', 'description']);

/** Every text that the generated types show. `names`: the keys are names of properties. */
function* shownTexts(node: unknown, at: readonly string[], names = false): Generator<{ at: readonly string[]; text: string }> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* shownTexts(item, [...at, String(index)]);
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (!names && (key === 'example' || key === 'examples' || key.startsWith('x-'))) continue;
    if (!names && SHOWN.has(key) && typeof value === 'string') yield { at: [...at, key], text: value };
    else yield* shownTexts(value, [...at, key], !names && key === 'properties');
  }
}
