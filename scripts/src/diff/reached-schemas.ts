import { isRecord, type JsonObject, objectAt } from '../document/json.ts';
import { resolvePointer } from '../document/pointer.ts';

/** The names of the component schemas that the operations of a document use, directly or through others. */
export function reachedSchemas(document: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (typeof node.$ref === 'string') {
      const name = /^#\/components\/schemas\/([^/]+)$/.exec(node.$ref)?.[1];
      if (name !== undefined && names.has(name)) return;
      if (name !== undefined) names.add(name);
      visit(resolvePointer(document, node.$ref));
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(objectAt(document, 'paths'));
  return names;
}
