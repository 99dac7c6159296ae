import { isRecord, type JsonObject } from '../document/json.ts';
import { diffSchema, type SchemaContext } from './diff-schema.ts';
import type { Placed } from './placed.ts';

/** Compares the fields of two objects, which of them are required, and what may stand beyond them. */
export function diffProperties(base: Placed, head: Placed, context: SchemaContext): void {
  const { direction, report } = context;
  const [before, after] = [fieldsOf(base), fieldsOf(head)];
  for (const [name, field] of before) {
    const other = after.get(name);
    if (other === undefined) {
      report(`${direction}-property-removed`, field.at);
      continue;
    }
    if (isRequired(base, name) !== isRequired(head, name))
      report(`${direction}-property-became-${isRequired(head, name) ? 'required' : 'optional'}`, other.at);
    diffSchema(field, other, context);
  }
  for (const [name, field] of after) {
    if (before.has(name)) continue;
    if (direction === 'response') report('response-property-added', field.at);
    else report(isRequired(head, name) ? 'request-property-added-required' : 'request-property-added-optional', field.at);
  }
  diffOthers(base, head, context);
}

function fieldsOf({ schema, ...place }: Placed): Map<string, Placed> {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  return new Map(
    Object.entries(properties).map(([name, field]) => [
      name,
      { ...place, schema: isRecord(field) ? field : {}, at: [...place.at, 'properties', name] },
    ]),
  );
}

function isRequired({ schema }: Placed, name: string): boolean {
  return Array.isArray(schema.required) && schema.required.includes(name);
}

/** `additionalProperties`: `true` and a schema name further fields in the types; absent and `false` do not. */
function diffOthers(base: Placed, head: Placed, context: SchemaContext): void {
  const { type } = head.schema;
  if (type !== undefined && type !== 'object') return;
  const [before, after] = [base.schema.additionalProperties, head.schema.additionalProperties];
  const at = [...head.at, 'additionalProperties'];
  if (isRecord(before) && isRecord(after)) diffSchema(othersOf(base, before), othersOf(head, after), context);
  else if (Boolean(before) !== Boolean(after)) report(after, at, context);
  else if (before === false || after === false) {
    if (before !== after)
      context.report(`${context.direction}-constraint-${after === false ? 'tightened' : 'relaxed'}`, at, { before, after });
  } else if (isRecord(before) || isRecord(after)) diffSchema(othersOf(base, before), othersOf(head, after), context);
}

function report(after: unknown, at: readonly string[], { direction, report: add }: SchemaContext): void {
  if (direction === 'request') add(after ? 'request-other-properties-allowed' : 'request-other-properties-refused', at);
  else add(after ? 'response-other-properties-added' : 'response-other-properties-removed', at);
}

function othersOf(placed: Placed, value: unknown): Placed {
  const schema: JsonObject = isRecord(value) ? value : {};
  return { ...placed, schema, at: [...placed.at, 'additionalProperties'] };
}
