import { isDeepStrictEqual } from 'node:util';
import { isRecord } from './document.ts';

/** Keywords that a reader sees, and that no type and no validator reads. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'bearerFormat',
]);

/** Whether two schemas mean the same. The order of keys, values and required names does not count, nor do annotations and extensions. */
export function sameMeaning(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(meaningOf(left), meaningOf(right));
}

/** A schema without annotations and extensions, with its sets in a fixed order. `names`: the keys are names of properties. */
export function meaningOf(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((item) => meaningOf(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !(ANNOTATIONS.has(key) || key.startsWith('x-')))
      .map(([key, member]) => [key, isSet(key, member) ? member.toSorted() : meaningOf(member, !names && key === 'properties')]),
  );
}

function isSet(key: string, value: unknown): value is unknown[] {
  return (key === 'required' || key === 'enum') && Array.isArray(value);
}
