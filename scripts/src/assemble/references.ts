import { isRecord, type JsonObject } from '../document/json.ts';
import { resolvePointer } from '../document/pointer.ts';

/** Every `$ref` of the document that points outside of it, or to nothing. */
export function danglingReferences(document: JsonObject): string[] {
  const dangling = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (typeof node.$ref === 'string' && resolvePointer(document, node.$ref) === undefined) dangling.add(node.$ref);
    for (const value of Object.values(node)) visit(value);
  };
  visit(document);
  return [...dangling].sort();
}
