import { isRecord, type JsonObject } from '../document/json.ts';
import { OPEN } from '../document/marks.ts';
import { operationsOf } from '../document/operations.ts';
import { resolvePointer } from '../document/pointer.ts';
import { childSchemas, messageSchemas } from '../document/schemas.ts';

/**
 * A copy of the document in which every string enum that a response can hold takes other strings too. What only a request
 * holds stays closed. A schema that both directions share is open: a new value from the server must never break a caller.
 */
export function openResponseEnums(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const seen = new Set<JsonObject>();
  const visit = (schema: JsonObject): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    const referred = typeof schema.$ref === 'string' ? resolvePointer(copy, schema.$ref) : undefined;
    if (isRecord(referred)) visit(referred);
    for (const child of childSchemas(schema)) visit(child.schema);
    if (Array.isArray(schema.enum) && schema.enum.some((value) => typeof value === 'string')) open(schema);
  };
  for (const { operation } of operationsOf(copy))
    for (const response of Object.values(isRecord(operation.responses) ? operation.responses : {}))
      for (const { schema } of messageSchemas(dereferenced(copy, response))) visit(schema);
  return copy;
}

function dereferenced(document: JsonObject, value: unknown): unknown {
  return isRecord(value) && typeof value.$ref === 'string' ? resolvePointer(document, value.$ref) : value;
}

function open(schema: JsonObject): void {
  const closed = { type: schema.type, enum: schema.enum };
  delete schema.type;
  delete schema.enum;
  schema.anyOf = [closed, { type: 'string', [OPEN]: true }];
}
