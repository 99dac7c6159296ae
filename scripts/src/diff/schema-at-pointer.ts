import { isRecord, type JsonObject, pointerSegments, resolvePointer } from '../contract/document.ts';

/** A schema, the pointer segments that lead to it, and the document in which its references are resolved. */
export interface SchemaAtPointer {
  document: JsonObject;
  schema: JsonObject;
  at: readonly string[];
}

/** Follows references to the schema itself, and merges `allOf` into one schema. The place becomes that of the component. */
export function resolveSchema(located: SchemaAtPointer, depth = 0): SchemaAtPointer {
  const { $ref, allOf } = located.schema;
  if (depth > 32) return located;
  if (typeof $ref === 'string') {
    const target = resolvePointer(located.document, $ref);
    return isRecord(target) ? resolveSchema({ ...located, schema: target, at: pointerSegments($ref) }, depth + 1) : located;
  }
  if (!Array.isArray(allOf)) return located;
  const { allOf: _, ...own } = located.schema;
  const parts = allOf.filter(isRecord).map((schema) => resolveSchema({ ...located, schema }, depth + 1).schema);
  return { ...located, schema: [...parts, own].reduce(mergeAllOf, {}) };
}

/** Merges two parts of an `allOf`: the properties and required names of both, and every other keyword by the later part. */
export function mergeAllOf(left: JsonObject, right: JsonObject): JsonObject {
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
