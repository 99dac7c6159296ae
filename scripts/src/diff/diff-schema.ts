import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject } from '../document/json.ts';
import type { Report } from './change.ts';
import { diffAlternatives, hasAlternatives } from './diff-alternatives.ts';
import { diffAnnotations, SCHEMA_ANNOTATIONS } from './diff-annotations.ts';
import { CONSTRAINTS, diffConstraints } from './diff-constraints.ts';
import { diffProperties } from './diff-properties.ts';
import { diffType } from './diff-type.ts';
import { type Placed, resolveSchema } from './placed.ts';

/** What the comparison of schemas needs to know all the way down. */
export interface SchemaContext {
  direction: 'request' | 'response';
  report: Report;
  /** Pairs of places already compared, for schemas that hold each other. */
  seen: Set<string>;
}

/** Keywords that some rule looks at. */
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

/** Reports every difference of two schemas, references followed, for one direction. */
export function diffSchema(base: Placed, head: Placed, context: SchemaContext): void {
  const [left, right] = [resolveSchema(base), resolveSchema(head)];
  const pair = `${left.at.join('/')}\n${right.at.join('/')}`;
  if (context.seen.has(pair)) return;
  context.seen.add(pair);
  diffAnnotations(left.schema, right.schema, right.at, context.report);
  diffUnknown(left.schema, right.schema, right.at, context);
  const [before, after] = [hasAlternatives(left.schema), hasAlternatives(right.schema)];
  if (before || after) diffAlternatives(left, right, context);
  if (before === after) diffPlain(left, right, context);
}

/** Everything but alternatives. */
function diffPlain(base: Placed, head: Placed, context: SchemaContext): void {
  if (!diffType(base, head, context)) return;
  diffConstraints(base.schema, head.schema, head.at, context);
  diffDefault(base.schema, head.schema, head.at, context);
  diffProperties(base, head, context);
  if (isRecord(base.schema.items) || isRecord(head.schema.items)) {
    const items = ({ schema, ...place }: Placed): Placed => ({
      ...place,
      schema: isRecord(schema.items) ? schema.items : {},
      at: [...place.at, 'items'],
    });
    diffSchema(items(base), items(head), context);
  }
}

/** What is left: keywords that no rule looks at. */
function diffUnknown(base: JsonObject, head: JsonObject, at: readonly string[], { report }: SchemaContext): void {
  for (const key of new Set([...Object.keys(base), ...Object.keys(head)])) {
    if (KNOWN.has(key) || key.startsWith('x-') || isDeepStrictEqual(base[key], head[key])) continue;
    report('unknown-change', [...at, key], { before: base[key], after: head[key] });
  }
}

function diffDefault(base: JsonObject, head: JsonObject, at: readonly string[], { direction, report }: SchemaContext): void {
  if (isDeepStrictEqual(base.default, head.default)) return;
  const values = { before: base.default, after: head.default };
  if (direction === 'response') report('response-default-changed', at, values);
  else if (base.default === undefined) report('request-default-added', at, values);
  else report(head.default === undefined ? 'request-default-removed' : 'request-default-changed', at, values);
}
