import { isDeepStrictEqual } from 'node:util';
import { isRecord } from './json.ts';

/** Keys that say something to a reader and nothing to a type or a validator. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'bearerFormat',
]);

/** Whether two schemas mean the same: the order of keys, values and required names, annotations and extensions aside. */
export function sameMeaning(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(meaningOf(left), meaningOf(right));
}

function isSet(key: string, value: unknown): value is unknown[] {
  return (key === 'required' || key === 'enum') && Array.isArray(value);
}

/** A schema without annotations and extensions. */
export function meaningOf(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((item) => meaningOf(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !(ANNOTATIONS.has(key) || key.startsWith('x-')))
      .map(([key, member]) => [key, isSet(key, member) ? member.toSorted() : meaningOf(member, !names && key === 'properties')]),
  );
}
