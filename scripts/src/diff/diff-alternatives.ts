import { meaningOf } from '../document/equal.ts';
import { isRecord, type JsonObject } from '../document/json.ts';
import { SCHEMA_ANNOTATIONS } from './diff-annotations.ts';
import { diffSchema, type SchemaContext } from './diff-schema.ts';
import { melt, type Placed, resolveSchema } from './placed.ts';

export function hasAlternatives({ anyOf, oneOf }: JsonObject): boolean {
  return Array.isArray(anyOf) || Array.isArray(oneOf);
}

/**
 * Compares two unions; a schema without alternatives is a union of one. Equal forms pair off first, then forms of one type;
 * what is left over on a side was added or removed.
 */
export function diffAlternatives(base: Placed, head: Placed, context: SchemaContext): void {
  const before = formsOf(base);
  const after = formsOf(head);
  pairOff(before, after, (form) => JSON.stringify(meaningOf(form.schema)), context);
  pairOff(before, after, (form) => String(form.schema.type), context);
  if (before.length === 1 && after.length === 1) pairOff(before, after, () => 'the last', context);
  for (const form of before) context.report(`${context.direction}-alternative-removed`, form.at);
  for (const form of after) context.report(`${context.direction}-alternative-added`, form.at);
}

/** Compares forms of one key with each other and takes them out of both lists. */
function pairOff(before: Placed[], after: Placed[], keyOf: (form: Placed) => string, context: SchemaContext): void {
  for (const form of [...before]) {
    const index = after.findIndex((other) => keyOf(other) === keyOf(form));
    const other = after[index];
    if (other === undefined) continue;
    after.splice(index, 1);
    before.splice(before.indexOf(form), 1);
    diffSchema(form, other, context);
  }
}

/** The forms of a union, each with what stands beside the union itself. */
function formsOf(placed: Placed): Placed[] {
  const { anyOf, oneOf, ...beside } = placed.schema;
  const own = Object.fromEntries(Object.entries(beside).filter(([key]) => !ANNOTATIONS.has(key)));
  const key = Array.isArray(anyOf) ? 'anyOf' : 'oneOf';
  const forms = placed.schema[key];
  if (!Array.isArray(forms)) return [{ ...placed, schema: own }];
  return forms.filter(isRecord).map((schema, index) => {
    const form = resolveSchema({ ...placed, schema, at: [...placed.at, key, String(index)] });
    return { ...form, schema: melt(own, form.schema) };
  });
}

const ANNOTATIONS: ReadonlySet<string> = new Set([...SCHEMA_ANNOTATIONS, 'deprecated']);
