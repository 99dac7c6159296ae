import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../contract/document.ts';
import { TEMPLATE_PATTERN } from '../contract/marks.ts';
import type { Report } from './change.ts';
import type { SchemaAtPointer } from './schema-at-pointer.ts';

/** In which direction values go, and where changes are recorded. */
export interface ValueContext {
  direction: 'request' | 'response';
  report: Report;
}

/** Compares type, null and enum. Returns false when the types have nothing in common: then the rest of the schemas is not compared. */
export function diffType(
  { schema: base }: SchemaAtPointer,
  { schema: head, at }: SchemaAtPointer,
  context: ValueContext,
): boolean {
  const { direction, report } = context;
  const [before, after] = [typeOf(base), typeOf(head)];
  if (before !== after) {
    const rule =
      before === undefined
        ? `${direction}-type-narrowed`
        : after === undefined
          ? `${direction}-type-widened`
          : `${direction}-type-changed`;
    report(rule as `${typeof direction}-type-changed`, at, { before: before ?? 'anything', after: after ?? 'anything' });
    return false;
  }
  diffNull(base, head, at, context);
  diffEnum(base, head, at, context);
  return true;
}

/** The type in TypeScript: an integer is a number, a schema with properties is an object, and one that lists texts is a string. */
function typeOf({ type, properties, additionalProperties, enum: values }: JsonObject): string | undefined {
  if (type === 'integer') return 'number';
  if (typeof type === 'string') return type;
  if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return 'string';
  return properties || additionalProperties ? 'object' : undefined;
}

function diffNull(base: JsonObject, head: JsonObject, at: readonly string[], { direction, report }: ValueContext): void {
  if (Boolean(base.nullable) === Boolean(head.nullable)) return;
  if (direction === 'request') report(head.nullable ? 'request-null-allowed' : 'request-null-refused', at);
  else report(head.nullable ? 'response-null-added' : 'response-null-removed', at);
}

function diffEnum(base: JsonObject, head: JsonObject, at: readonly string[], { direction, report }: ValueContext): void {
  const [before, after] = [enumOf(base), enumOf(head)];
  if (before === undefined && after === undefined) return;
  if (before === undefined || after === undefined) {
    report(`${direction}-enum-${after === undefined ? 'removed' : 'added'}`, at, { before, after });
    return;
  }
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  if (added.length > 0) report(`${direction}-enum-value-added`, at, { after: added });
  if (removed.length > 0) report(`${direction}-enum-value-removed`, at, { before: removed });
}

function enumOf({ enum: values }: JsonObject): unknown[] | undefined {
  return Array.isArray(values) ? values : undefined;
}

const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];
const FLAGS = ['exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems'];
const FORMS = ['pattern', 'format', 'multipleOf'];

/** Keywords that limit values without changing their type. */
export const CONSTRAINTS: readonly string[] = [...LOWER, ...UPPER, ...FLAGS, ...FORMS];

/** Reports each limit that became tighter or looser. `integer` counts as a limit on `number`. */
export function diffConstraints(
  base: JsonObject,
  head: JsonObject,
  at: readonly string[],
  { direction, report }: ValueContext,
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
