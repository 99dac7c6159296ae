import { isRecord, type JsonObject, objectAt } from './json.ts';

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
type Method = (typeof METHODS)[number];

/** One operation of a document, with where it stands. */
export interface LocatedOperation {
  path: string;
  method: Method;
  operation: JsonObject;
}

/** All operations, in the order of the document. */
export function operationsOf(document: JsonObject): LocatedOperation[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = isRecord(item) ? item[method] : undefined;
      return isRecord(operation) ? [{ path, method, operation }] : [];
    }),
  );
}
