import { isRecord, type JsonObject, objectAt } from '../document/json.ts';
import { operationsOf } from '../document/operations.ts';
import { childSchemas, messageSchemas } from '../document/schemas.ts';
import { isOurs, type Settled } from './settled.ts';

/** Renames, in place, the schemas whose names are ours to what the other document calls them, or puts them where they are used. */
export function settleSchemas(document: JsonObject, head: JsonObject): Settled[] {
  const [ours, theirs] = [objectAt(document.components, 'schemas'), objectAt(head.components, 'schemas')];
  const unheld = new Set(
    Object.keys(ours).filter((name) => !Object.hasOwn(theirs, name) && isOurs(objectAt(ours, name), 'name')),
  );
  if (unheld.size === 0) return [];
  const renames = new Map(
    [...counterparts(document, head)].filter(([name, other]) => unheld.has(name) && !Object.hasOwn(ours, other)),
  );
  rewrite(document, (name) => {
    const after = renames.get(name);
    if (after !== undefined) return { $ref: `#/components/schemas/${after}` };
    return unheld.has(name) ? structuredClone(objectAt(ours, name)) : undefined;
  });
  objectAt(document, 'components').schemas = Object.fromEntries(
    Object.entries(ours)
      .filter(([name]) => renames.has(name) || !unheld.has(name))
      .map(([name, schema]) => [renames.get(name) ?? name, schema]),
  );
  return [...unheld].map((name) => {
    const after = renames.get(name);
    return { at: ['components', 'schemas', after ?? name], before: name, after: after ?? 'none of its own' };
  });
}

/** Which schema of the one document stands where the other has which: by name, each at most once. */
function counterparts(base: JsonObject, head: JsonObject): Map<string, string> {
  const [ours, theirs] = [objectAt(base.components, 'schemas'), objectAt(head.components, 'schemas')];
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const seen = new Set<string>();
  const visit = (left: JsonObject, right: JsonObject): void => {
    const [before, after] = [referredName(left), referredName(right)];
    if (before !== undefined) {
      if (seen.has(`${before} ${after}`)) return;
      seen.add(`${before} ${after}`);
      if (after !== undefined && !pairs.has(before) && !taken.has(after)) {
        pairs.set(before, after);
        taken.add(after);
      }
    }
    const inside = (schema: JsonObject, name: string | undefined, all: JsonObject): JsonObject =>
      name === undefined ? schema : objectAt(all, name);
    pairUp(childSchemas(inside(left, before, ours)), childSchemas(inside(right, after, theirs)), visit);
  };
  const others = new Map(operationsOf(head).map((located) => [`${located.method} ${located.path}`, located.operation]));
  for (const { method, path, operation } of operationsOf(base)) {
    const other = others.get(`${method} ${path}`) ?? {};
    pairUp(messageSchemas(operation.requestBody), messageSchemas(other.requestBody), visit);
    for (const [status, response] of Object.entries(objectAt(operation, 'responses')))
      pairUp(messageSchemas(response), messageSchemas(objectAt(other, 'responses')[status]), visit);
  }
  return pairs;
}

interface At {
  at: readonly string[];
  schema: JsonObject;
}

function pairUp(left: readonly At[], right: readonly At[], visit: (left: JsonObject, right: JsonObject) => void): void {
  const byPlace = new Map(right.map(({ at, schema }) => [at.join('/'), schema]));
  for (const { at, schema } of left) {
    const other = byPlace.get(at.join('/'));
    if (other) visit(schema, other);
  }
}

function referredName({ $ref }: JsonObject): string | undefined {
  return typeof $ref === 'string' ? /^#\/components\/schemas\/([^/]+)$/.exec($ref)?.[1] : undefined;
}

/** Replaces, in place, each reference to a schema for which there is something else. What is put in is rewritten too. */
function rewrite(document: JsonObject, insteadOf: (name: string) => JsonObject | undefined): void {
  const visit = (node: unknown, inside: readonly string[]): void => {
    if (Array.isArray(node)) for (const item of node) visit(item, inside);
    if (!isRecord(node)) return;
    const name = referredName(node);
    const other = name === undefined || inside.includes(name) ? undefined : insteadOf(name);
    if (other !== undefined) {
      delete node.$ref;
      Object.assign(node, other);
    }
    for (const value of Object.values(node)) visit(value, name === undefined ? inside : [...inside, name]);
  };
  visit(document, []);
}
