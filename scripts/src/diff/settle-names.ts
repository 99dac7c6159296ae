import { isRecord, type JsonObject, objectAt } from '../document/json.ts';
import { operationsOf } from '../document/operations.ts';
import { childSchemas, messageSchemas } from '../document/schemas.ts';

/** A name of ours that the published one takes the place of. */
export interface Settled {
  at: readonly string[];
  before: string;
  after: string;
}

/**
 * A transcribed fragment has names that nobody published (`x-evidence` says so): of schemas, operations, success codes. They are
 * no promise. Gives the old document with the names that the new one has at the same places, so that only what a caller can
 * rely on is compared.
 */
export function settleNames(base: JsonObject, head: JsonObject): { document: JsonObject; settled: Settled[] } {
  const document = structuredClone(base);
  const settled: Settled[] = [];
  const others = new Map(operationsOf(head).map((located) => [`${located.method} ${located.path}`, located.operation]));
  const schemas = schemaPairs(document, head);
  for (const { path, method, operation } of operationsOf(document)) {
    const other = others.get(`${method} ${path}`);
    if (other === undefined) continue;
    const at = ['paths', path, method];
    settleOperationId(operation, other, at, settled);
    settleStatus(operation, other, at, settled);
    schemas.compare(operation.requestBody, other.requestBody);
    for (const [status, response] of Object.entries(objectAt(operation, 'responses')))
      schemas.compare(response, objectAt(other, 'responses')[status]);
  }
  for (const [before, after] of schemas.renames) settled.push({ at: ['components', 'schemas', after], before, after });
  renameSchemas(document, schemas.renames);
  return { document, settled };
}

function isOurs(holder: JsonObject, what: string): boolean {
  const evidence = objectAt(holder, 'x-evidence')[what];
  return typeof evidence === 'string' && evidence !== 'confirmed';
}

function settleOperationId(operation: JsonObject, other: JsonObject, at: readonly string[], settled: Settled[]): void {
  const [before, after] = [operation.operationId, other.operationId];
  if (!isOurs(operation, 'operationId') || typeof before !== 'string' || typeof after !== 'string' || before === after) return;
  operation.operationId = after;
  settled.push({ at: [...at, 'operationId'], before, after });
}

function settleStatus(operation: JsonObject, other: JsonObject, at: readonly string[], settled: Settled[]): void {
  const responses = objectAt(operation, 'responses');
  const successes = (of: JsonObject): string[] => Object.keys(objectAt(of, 'responses')).filter((status) => /^2/.test(status));
  const [[before, ...more], [after]] = [successes(operation), successes(other)];
  if (before === undefined || after === undefined || more.length > 0 || before === after || !isOurs(operation, `status${before}`))
    return;
  operation.responses = Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status === before ? after : status, response]),
  );
  settled.push({ at: [...at, 'responses', after], before, after });
}

/** Finds out, place by place, which schema of the one document stands where the other has one of another name. */
function schemaPairs(base: JsonObject, head: JsonObject) {
  const [ours, theirs] = [objectAt(base.components, 'schemas'), objectAt(head.components, 'schemas')];
  const renames = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (left: JsonObject, right: JsonObject): void => {
    const [before, after] = [referredName(left), referredName(right)];
    if (before !== undefined && after !== undefined) {
      if (seen.has(`${before} ${after}`)) return;
      seen.add(`${before} ${after}`);
      const free =
        before !== after &&
        !Object.hasOwn(theirs, before) &&
        !Object.hasOwn(ours, after) &&
        ![...renames.values()].includes(after);
      if (free && !renames.has(before) && isOurs(objectAt(ours, before), 'name')) renames.set(before, after);
      visit(objectAt(ours, before), objectAt(theirs, after));
      return;
    }
    pairUp(childSchemas(left), childSchemas(right), visit);
  };
  return {
    renames,
    compare: (left: unknown, right: unknown): void => pairUp(messageSchemas(left), messageSchemas(right), visit),
  };
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

function renameSchemas(document: JsonObject, renames: ReadonlyMap<string, string>): void {
  if (renames.size === 0) return;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    const after = renames.get(referredName(node) ?? '');
    if (after !== undefined) node.$ref = `#/components/schemas/${after}`;
    Object.values(node).forEach(visit);
  };
  visit(document);
  const components = objectAt(document, 'components');
  components.schemas = Object.fromEntries(
    Object.entries(objectAt(components, 'schemas')).map(([name, schema]) => [renames.get(name) ?? name, schema]),
  );
}
