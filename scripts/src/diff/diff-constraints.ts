import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../document/json.ts';
import { TEMPLATE_PATTERN } from '../generate/template-pattern.ts';
import type { SchemaContext } from './diff-schema.ts';

const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];
const FLAGS = ['exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems'];
const FORMS = ['pattern', 'format', 'multipleOf'];

/** Keywords that limit values without changing the type of them. */
export const CONSTRAINTS: readonly string[] = [...LOWER, ...UPPER, ...FLAGS, ...FORMS];

/** Reports each limit that became closer or wider. `integer` counts as a limit on `number`. */
export function diffConstraints(
  base: JsonObject,
  head: JsonObject,
  at: readonly string[],
  { direction, report }: SchemaContext,
): void {
  const compare = (key: string, before: unknown, after: unknown, tightened: boolean): void => {
    const typed = key === 'pattern' && [before, after].some((value) => typeof value === 'string' && TEMPLATE_PATTERN.test(value));
    if (!isDeepStrictEqual(before, after))
      report(`${direction}-constraint-${tightened ? 'tightened' : 'relaxed'}`, [...at, key], { before, after, typed });
  };
  for (const key of LOWER) compare(key, base[key], head[key], numberOr(head[key], -Infinity) > numberOr(base[key], -Infinity));
  for (const key of UPPER) compare(key, base[key], head[key], numberOr(head[key], Infinity) < numberOr(base[key], Infinity));
  for (const key of FLAGS) compare(key, Boolean(base[key]), Boolean(head[key]), Boolean(head[key]));
  for (const key of FORMS) compare(key, base[key], head[key], head[key] !== undefined);
  compare('type', integerOf(base), integerOf(head), head.type === 'integer');
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function integerOf({ type }: JsonObject): unknown {
  return type === 'integer' || type === 'number' ? type : undefined;
}
