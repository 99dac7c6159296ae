import { type JsonObject, objectAt } from '../document/json.ts';
import { operationsOf } from '../document/operations.ts';
import { settleSchemas } from './settle-schemas.ts';
import { isOurs, type Settled } from './settled.ts';

/**
 * A transcribed fragment has names that nobody published (`x-evidence` says so): of schemas, operations, success codes. They are
 * no promise. Gives the old document with the names that the new one has at the same places, so that only what a caller can
 * rely on is compared.
 */
export function settleNames(base: JsonObject, head: JsonObject): { document: JsonObject; settled: Settled[] } {
  const document = structuredClone(base);
  const others = new Map(operationsOf(head).map((located) => [`${located.method} ${located.path}`, located.operation]));
  const settled = operationsOf(document).flatMap(({ path, method, operation }): Settled[] => {
    const other = others.get(`${method} ${path}`);
    const at = ['paths', path, method];
    return other ? [...settleOperationId(operation, other, at), ...settleStatus(operation, other, at)] : [];
  });
  return { document, settled: [...settled, ...settleSchemas(document, head)] };
}

function settleOperationId(operation: JsonObject, other: JsonObject, at: readonly string[]): Settled[] {
  const [before, after] = [operation.operationId, other.operationId];
  if (!isOurs(operation, 'operationId') || typeof before !== 'string' || typeof after !== 'string' || before === after) return [];
  operation.operationId = after;
  return [{ at: [...at, 'operationId'], before, after }];
}

function settleStatus(operation: JsonObject, other: JsonObject, at: readonly string[]): Settled[] {
  const successes = (of: JsonObject): string[] => Object.keys(objectAt(of, 'responses')).filter((status) => /^2/.test(status));
  const [[before, ...more], [after]] = [successes(operation), successes(other)];
  if (before === undefined || after === undefined || more.length > 0 || before === after) return [];
  if (!isOurs(operation, `status${before}`)) return [];
  const responses = Object.entries(objectAt(operation, 'responses'));
  operation.responses = Object.fromEntries(responses.map(([status, response]) => [status === before ? after : status, response]));
  return [{ at: [...at, 'responses', after], before, after }];
}
