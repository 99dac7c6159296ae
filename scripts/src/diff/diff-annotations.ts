import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../document/json.ts';
import type { Report } from './change.ts';

/** Keywords of a schema that are for readers only. */
export const SCHEMA_ANNOTATIONS = ['title', 'description', 'example', 'externalDocs', 'xml'] as const;
/** The same of operations, parameters, bodies and answers. */
export const OTHER_ANNOTATIONS = ['summary', 'description', 'example', 'examples', 'externalDocs', 'tags'] as const;

/** Reports other words and a deprecation come or gone. */
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
