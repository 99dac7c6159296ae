import { isRecord, type JsonObject } from '../document/json.ts';
import { resolvePointer } from '../document/pointer.ts';

/** A schema with where it stands and the document that its references mean. */
export interface Placed {
  document: JsonObject;
  schema: JsonObject;
  at: readonly string[];
}

/** Follows references to the schema itself, and melts `allOf` into one. The place becomes that of the component. */
export function resolveSchema(placed: Placed, depth = 0): Placed {
  const { $ref, allOf } = placed.schema;
  if (depth > 32) return placed;
  if (typeof $ref === 'string') {
    const target = resolvePointer(placed.document, $ref);
    const at = $ref
      .slice(2)
      .split('/')
      .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
    return isRecord(target) ? resolveSchema({ ...placed, schema: target, at }, depth + 1) : placed;
  }
  if (!Array.isArray(allOf)) return placed;
  const { allOf: _, ...own } = placed.schema;
  const parts = allOf.filter(isRecord).map((schema) => resolveSchema({ ...placed, schema }, depth + 1).schema);
  return { ...placed, schema: [...parts, own].reduce(melt, {}) };
}

/** Two parts of an `allOf` as one schema: properties and required names together, other keywords by the later part. */
export function melt(left: JsonObject, right: JsonObject): JsonObject {
  const properties = { ...record(left.properties), ...record(right.properties) };
  const required = [...new Set([...list(left.required), ...list(right.required)])];
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function record(value: unknown): JsonObject {
  return isRecord(value) ? value : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
