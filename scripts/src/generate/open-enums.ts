import { isRecord, type JsonObject } from '../document/json.ts';
import { operationsOf } from '../document/operations.ts';
import { resolvePointer } from '../document/pointer.ts';

/** Marks the alternative that keeps a server's enum open; the type transform writes it as `string & {}`. */
export const OPEN_MARK = 'x-open';

/**
 * A copy of the document in which every string enum that a response can hold takes other strings too. What only a request
 * holds stays closed. A schema that both directions share is open: a new value from the server must never break a caller.
 */
export function openResponseEnums(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
      return;
    }
    if (!isRecord(node) || seen.has(node)) return;
    seen.add(node);
    if (typeof node.$ref === 'string') visit(resolvePointer(copy, node.$ref));
    for (const [key, value] of Object.entries(node)) if (!DATA_KEYS.has(key)) visit(value);
    if (Array.isArray(node.enum) && node.enum.some((value) => typeof value === 'string')) open(node);
  };
  for (const { operation } of operationsOf(copy)) visit(operation.responses);
  return copy;
}

/** Keywords whose value is data, not schema. */
const DATA_KEYS: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum']);

function open(schema: JsonObject): void {
  const closed = { type: schema.type, enum: schema.enum };
  delete schema.type;
  delete schema.enum;
  schema.anyOf = [closed, { type: 'string', [OPEN_MARK]: true }];
}
