import {
  childSchemas,
  isRecord,
  type JsonObject,
  messageSchemas,
  objectAt,
  operationsOf,
  pointerTo,
} from '../contract/document.ts';

/** One thing that is wrong with a document, and where it is. */
export interface Finding {
  rule: string;
  pointer: string;
  message: string;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Checks what the generators need beyond a valid OpenAPI document. */
export function lintRules(document: JsonObject): Finding[] {
  return operationsOf(document).flatMap(({ path, method, operation }) => {
    const at = ['paths', path, method];
    return [...operationId(operation, at), ...typedSuccess(operation, at), ...namedEnums(operation, at)];
  });
}

function operationId({ operationId: id }: JsonObject, at: string[]): Finding[] {
  if (typeof id === 'string' && IDENTIFIER.test(id)) return [];
  const message = id === undefined ? 'the operation has no operationId' : 'the operationId is not an identifier';
  return [{ rule: 'operation-id', pointer: pointerTo(...at), message }];
}

/** A successful response needs a schema. Only 204 and 205 have no body. */
function typedSuccess(operation: JsonObject, at: string[]): Finding[] {
  const successes = Object.entries(objectAt(operation, 'responses')).filter(([status]) => /^2/.test(status));
  const finding = (message: string, ...more: string[]): Finding => ({
    rule: 'typed-success',
    pointer: pointerTo(...at, 'responses', ...more),
    message,
  });
  if (successes.length === 0) return [finding('no successful response is described')];
  return successes
    .filter(([status, response]) => !/^20[45]$/.test(status) && !isReference(response) && messageSchemas(response).length === 0)
    .map(([status]) => finding('the successful response has no schema', status));
}

/** An enum of a response has to be a named component, so that callers can name its type. */
function namedEnums(operation: JsonObject, at: string[]): Finding[] {
  const visit = (schema: JsonObject, where: string[]): Finding[] => [
    ...(Array.isArray(schema.enum)
      ? [
          {
            rule: 'named-enum',
            pointer: pointerTo(...where),
            message: 'an inline enum of a response has no name; make it a component by an overlay',
          },
        ]
      : []),
    ...childSchemas(schema).flatMap((child) => visit(child.schema, [...where, ...child.at])),
  ];
  return Object.entries(objectAt(operation, 'responses')).flatMap(([status, response]) =>
    messageSchemas(response).flatMap(({ at: inside, schema }) => visit(schema, [...at, 'responses', status, ...inside])),
  );
}

function isReference(value: unknown): boolean {
  return isRecord(value) && typeof value.$ref === 'string';
}
