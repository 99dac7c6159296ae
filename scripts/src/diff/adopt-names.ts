import {
  childSchemas,
  isRecord,
  type JsonObject,
  type LocatedSchema,
  messageSchemas,
  objectAt,
  operationsOf,
  schemaName,
} from '../contract/document.ts';
import { EVIDENCE } from '../contract/marks.ts';

/** A name of ours that a published one replaces. */
export interface AdoptedName {
  at: readonly string[];
  before: string;
  after: string;
}

/**
 * Gives the old document the names that the new one has at the same places. A transcribed fragment has names of schemas, operations
 * and success codes that nobody published (`x-evidence` says which). Nobody can rely on them, so a published name that replaces one
 * is not a break.
 */
export function adoptNames(base: JsonObject, head: JsonObject): { document: JsonObject; adopted: AdoptedName[] } {
  const document = structuredClone(base);
  const others = new Map(operationsOf(head).map((located) => [`${located.method} ${located.path}`, located.operation]));
  const adopted = operationsOf(document).flatMap(({ path, method, operation }): AdoptedName[] => {
    const other = others.get(`${method} ${path}`);
    const at = ['paths', path, method];
    return other ? [...adoptOperationId(operation, other, at), ...adoptStatus(operation, other, at)] : [];
  });
  return { document, adopted: [...adopted, ...adoptSchemaNames(document, head)] };
}

function adoptOperationId(operation: JsonObject, other: JsonObject, at: readonly string[]): AdoptedName[] {
  const [before, after] = [operation.operationId, other.operationId];
  if (!isOurs(operation, 'operationId') || typeof before !== 'string' || typeof after !== 'string' || before === after) return [];
  operation.operationId = after;
  return [{ at: [...at, 'operationId'], before, after }];
}

function adoptStatus(operation: JsonObject, other: JsonObject, at: readonly string[]): AdoptedName[] {
  const successes = (of: JsonObject): string[] => Object.keys(objectAt(of, 'responses')).filter((status) => /^2/.test(status));
  const [[before, ...more], [after]] = [successes(operation), successes(other)];
  if (before === undefined || after === undefined || more.length > 0 || before === after) return [];
  if (!isOurs(operation, `status${before}`)) return [];
  const responses = Object.entries(objectAt(operation, 'responses'));
  operation.responses = Object.fromEntries(responses.map(([status, response]) => [status === before ? after : status, response]));
  return [{ at: [...at, 'responses', after], before, after }];
}

/** Renames in place each schema whose name is ours: it gets its name in the other document, or is written where it is used. */
function adoptSchemaNames(document: JsonObject, head: JsonObject): AdoptedName[] {
  const [ours, theirs] = [objectAt(document.components, 'schemas'), objectAt(head.components, 'schemas')];
  const unpublished = new Set(
    Object.keys(ours).filter((name) => !Object.hasOwn(theirs, name) && isOurs(objectAt(ours, name), 'name')),
  );
  if (unpublished.size === 0) return [];
  const renames = new Map(
    [...counterparts(document, head)].filter(([name, other]) => unpublished.has(name) && !Object.hasOwn(ours, other)),
  );
  rewrite(document, (name) => {
    const after = renames.get(name);
    if (after !== undefined) return { $ref: `#/components/schemas/${after}` };
    return unpublished.has(name) ? structuredClone(objectAt(ours, name)) : undefined;
  });
  objectAt(document, 'components').schemas = Object.fromEntries(
    Object.entries(ours)
      .filter(([name]) => renames.has(name) || !unpublished.has(name))
      .map(([name, schema]) => [renames.get(name) ?? name, schema]),
  );
  return [...unpublished].map((name) => {
    const after = renames.get(name);
    return { at: ['components', 'schemas', after ?? name], before: name, after: after ?? 'none of its own' };
  });
}

/** The names of the schemas that stand at the same places in both documents, each at most once. */
function counterparts(base: JsonObject, head: JsonObject): Map<string, string> {
  const [ours, theirs] = [objectAt(base.components, 'schemas'), objectAt(head.components, 'schemas')];
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const seen = new Set<string>();
  const visit = (left: JsonObject, right: JsonObject): void => {
    const [before, after] = [schemaName(left), schemaName(right)];
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

function pairUp(
  left: readonly LocatedSchema[],
  right: readonly LocatedSchema[],
  visit: (left: JsonObject, right: JsonObject) => void,
): void {
  const byPlace = new Map(right.map(({ at, schema }) => [at.join('/'), schema]));
  for (const { at, schema } of left) {
    const other = byPlace.get(at.join('/'));
    if (other) visit(schema, other);
  }
}

/** Replaces in place each reference to a schema by what `insteadOf` returns for it. The replacements are rewritten too. */
function rewrite(document: JsonObject, insteadOf: (name: string) => JsonObject | undefined): void {
  const visit = (node: unknown, inside: readonly string[]): void => {
    if (Array.isArray(node)) for (const item of node) visit(item, inside);
    if (!isRecord(node)) return;
    const name = schemaName(node);
    const other = name === undefined || inside.includes(name) ? undefined : insteadOf(name);
    if (other !== undefined) {
      delete node.$ref;
      Object.assign(node, other);
    }
    for (const value of Object.values(node)) visit(value, name === undefined ? inside : [...inside, name]);
  };
  visit(document, []);
}

/** Whether a name is ours: the evidence for it is anything but `confirmed`. */
function isOurs(holder: JsonObject, what: string): boolean {
  const evidence = objectAt(holder, EVIDENCE)[what];
  return typeof evidence === 'string' && evidence !== 'confirmed';
}
