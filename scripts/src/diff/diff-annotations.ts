import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../contract/document.ts';
import type { Report } from './change.ts';

/** The keywords of a schema that are for readers only. */
export const SCHEMA_ANNOTATIONS = ['title', 'description', 'example', 'externalDocs', 'xml'] as const;
/** The same keywords of operations, parameters, bodies and responses. */
export const OTHER_ANNOTATIONS = ['summary', 'description', 'example', 'examples', 'externalDocs', 'tags'] as const;

/** Reports changed descriptions, and a deprecation that was added or withdrawn. */
export function diffAnnotations(
  base: JsonObject,
  head: JsonObject,
  at: readonly string[],
  report: Report,
  keys: readonly string[] = SCHEMA_ANNOTATIONS,
): void {
  for (const key of keys) {
    if (!isDeepStrictEqual(base[key], head[key]))
      report('annotation-changed', [...at, key], { before: base[key], after: head[key] });
  }
  if (Boolean(base.deprecated) !== Boolean(head.deprecated)) report(head.deprecated ? 'deprecated' : 'deprecation-withdrawn', at);
}

/** Reports the keys that differ and that no rule covers. Extensions (`x-`) do not count. */
export function diffUnknownKeys(
  base: JsonObject,
  head: JsonObject,
  known: ReadonlySet<string>,
  at: readonly string[],
  report: Report,
): void {
  for (const key of new Set([...Object.keys(base), ...Object.keys(head)])) {
    if (known.has(key) || key.startsWith('x-') || isDeepStrictEqual(base[key], head[key])) continue;
    report('unknown-change', [...at, key], { before: base[key], after: head[key] });
  }
}
