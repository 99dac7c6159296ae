import type { JsonObject } from '../document/json.ts';
import type { SchemaContext } from './diff-schema.ts';
import type { Placed } from './placed.ts';

/** Compares type, null and enum. Gives false where the types have nothing in common, so that looking further says nothing. */
export function diffType({ schema: base }: Placed, { schema: head, at }: Placed, context: SchemaContext): boolean {
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

/** The type as the types know it: an integer is a number there; properties make an object, listed texts a string. */
function typeOf({ type, properties, additionalProperties, enum: values }: JsonObject): string | undefined {
  if (type === 'integer') return 'number';
  if (typeof type === 'string') return type;
  if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return 'string';
  return properties || additionalProperties ? 'object' : undefined;
}

function diffNull(base: JsonObject, head: JsonObject, at: readonly string[], { direction, report }: SchemaContext): void {
  if (Boolean(base.nullable) === Boolean(head.nullable)) return;
  if (direction === 'request') report(head.nullable ? 'request-null-allowed' : 'request-null-refused', at);
  else report(head.nullable ? 'response-null-added' : 'response-null-removed', at);
}

function diffEnum(base: JsonObject, head: JsonObject, at: readonly string[], { direction, report }: SchemaContext): void {
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
