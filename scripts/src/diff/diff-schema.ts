import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject } from '../contract/document.ts';
import { meaningOf } from '../contract/same-meaning.ts';
import { diffAnnotations, diffUnknownKeys, SCHEMA_ANNOTATIONS } from './diff-annotations.ts';
import { CONSTRAINTS, diffConstraints, diffType, type ValueContext } from './diff-type.ts';
import { mergeAllOf, resolveSchema, type SchemaAtPointer } from './schema-at-pointer.ts';

/** What the comparison of two schemas passes on to the schemas inside them. */
export interface SchemaContext extends ValueContext {
  /** Pairs of places that were compared already, for schemas that contain each other. */
  seen: Set<string>;
}

/** The keywords that some rule covers. */
const KNOWN: ReadonlySet<string> = new Set([
  ...SCHEMA_ANNOTATIONS,
  ...CONSTRAINTS,
  'deprecated',
  'type',
  'nullable',
  'enum',
  'default',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'anyOf',
  'oneOf',
]);

/** The keywords beside a union that say nothing about its forms. */
const ANNOTATIONS: ReadonlySet<string> = new Set([...SCHEMA_ANNOTATIONS, 'deprecated']);

/** Reports every difference of two schemas for one direction. References are followed. */
export function diffSchema(base: SchemaAtPointer, head: SchemaAtPointer, context: SchemaContext): void {
  const [left, right] = [resolveSchema(base), resolveSchema(head)];
  const pair = `${left.at.join('/')}\n${right.at.join('/')}`;
  if (context.seen.has(pair)) return;
  context.seen.add(pair);
  diffAnnotations(left.schema, right.schema, right.at, context.report);
  diffUnknownKeys(left.schema, right.schema, KNOWN, right.at, context.report);
  const [before, after] = [hasAlternatives(left.schema), hasAlternatives(right.schema)];
  if (before || after) diffAlternatives(left, right, context);
  if (before === after) diffPlain(left, right, context);
}

/** Compares everything but alternatives. */
function diffPlain(base: SchemaAtPointer, head: SchemaAtPointer, context: SchemaContext): void {
  if (!diffType(base, head, context)) return;
  diffConstraints(base.schema, head.schema, head.at, context);
  diffDefault(base.schema, head.schema, head.at, context);
  diffProperties(base, head, context);
  if (isRecord(base.schema.items) || isRecord(head.schema.items)) {
    const items = ({ schema, ...place }: SchemaAtPointer): SchemaAtPointer => ({
      ...place,
      schema: isRecord(schema.items) ? schema.items : {},
      at: [...place.at, 'items'],
    });
    diffSchema(items(base), items(head), context);
  }
}

function diffDefault(base: JsonObject, head: JsonObject, at: readonly string[], { direction, report }: SchemaContext): void {
  if (isDeepStrictEqual(base.default, head.default)) return;
  const values = { before: base.default, after: head.default };
  if (direction === 'response') report('response-default-changed', at, values);
  else if (base.default === undefined) report('request-default-added', at, values);
  else report(head.default === undefined ? 'request-default-removed' : 'request-default-changed', at, values);
}

function hasAlternatives({ anyOf, oneOf }: JsonObject): boolean {
  return Array.isArray(anyOf) || Array.isArray(oneOf);
}

/**
 * Compares two unions. A schema without alternatives counts as a union of one. Equal forms are paired first, then forms of the same
 * type; a form without a partner was added or removed.
 */
function diffAlternatives(base: SchemaAtPointer, head: SchemaAtPointer, context: SchemaContext): void {
  const before = formsOf(base);
  const after = formsOf(head);
  pairOff(before, after, (form) => JSON.stringify(meaningOf(form.schema)), context);
  pairOff(before, after, (form) => String(form.schema.type), context);
  if (before.length === 1 && after.length === 1) pairOff(before, after, () => 'the last', context);
  for (const form of before) context.report(`${context.direction}-alternative-removed`, form.at);
  for (const form of after) context.report(`${context.direction}-alternative-added`, form.at);
}

/** Compares the forms that have the same key, and takes them out of both lists. */
function pairOff(
  before: SchemaAtPointer[],
  after: SchemaAtPointer[],
  keyOf: (form: SchemaAtPointer) => string,
  context: SchemaContext,
): void {
  for (const form of [...before]) {
    const index = after.findIndex((other) => keyOf(other) === keyOf(form));
    const other = after[index];
    if (other === undefined) continue;
    after.splice(index, 1);
    before.splice(before.indexOf(form), 1);
    diffSchema(form, other, context);
  }
}

/** The forms of a union, each merged with the keywords beside the union. */
function formsOf(located: SchemaAtPointer): SchemaAtPointer[] {
  const { anyOf, oneOf, ...beside } = located.schema;
  const own = Object.fromEntries(Object.entries(beside).filter(([key]) => !ANNOTATIONS.has(key)));
  const key = Array.isArray(anyOf) ? 'anyOf' : 'oneOf';
  const forms = located.schema[key];
  if (!Array.isArray(forms)) return [{ ...located, schema: own }];
  return forms.filter(isRecord).map((schema, index) => {
    const form = resolveSchema({ ...located, schema, at: [...located.at, key, String(index)] });
    return { ...form, schema: mergeAllOf(own, form.schema) };
  });
}

/** Compares the fields of two objects, which of them are required, and whether others may be added. */
function diffProperties(base: SchemaAtPointer, head: SchemaAtPointer, context: SchemaContext): void {
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

function fieldsOf({ schema, ...place }: SchemaAtPointer): Map<string, SchemaAtPointer> {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  return new Map(
    Object.entries(properties).map(([name, field]) => [
      name,
      { ...place, schema: isRecord(field) ? field : {}, at: [...place.at, 'properties', name] },
    ]),
  );
}

function isRequired({ schema }: SchemaAtPointer, name: string): boolean {
  return Array.isArray(schema.required) && schema.required.includes(name);
}

/** Compares `additionalProperties`: `true` and a schema add fields in the types; nothing and `false` do not. */
function diffOthers(base: SchemaAtPointer, head: SchemaAtPointer, context: SchemaContext): void {
  const { type } = head.schema;
  if (type !== undefined && type !== 'object') return;
  const [before, after] = [base.schema.additionalProperties, head.schema.additionalProperties];
  const at = [...head.at, 'additionalProperties'];
  if (isRecord(before) && isRecord(after)) diffSchema(othersOf(base, before), othersOf(head, after), context);
  else if (Boolean(before) !== Boolean(after)) reportOthers(after, at, context);
  else if (before === false || after === false) {
    if (before !== after)
      context.report(`${context.direction}-constraint-${after === false ? 'tightened' : 'relaxed'}`, at, { before, after });
  } else if (isRecord(before) || isRecord(after)) diffSchema(othersOf(base, before), othersOf(head, after), context);
}

function reportOthers(after: unknown, at: readonly string[], { direction, report }: SchemaContext): void {
  if (direction === 'request') report(after ? 'request-other-properties-allowed' : 'request-other-properties-refused', at);
  else report(after ? 'response-other-properties-added' : 'response-other-properties-removed', at);
}

function othersOf(located: SchemaAtPointer, value: unknown): SchemaAtPointer {
  const schema: JsonObject = isRecord(value) ? value : {};
  return { ...located, schema, at: [...located.at, 'additionalProperties'] };
}
