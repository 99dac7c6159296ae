import {
  childSchemas,
  isRecord,
  type JsonObject,
  messageSchemas,
  objectAt,
  operationsOf,
  pointerSegments,
  pointerTo,
  resolvePointer,
} from './document.ts';

/** One parameter of an operation, or one field of a request or a response. */
export interface Field {
  /** Where it stands: `#/components/schemas/TaskIdDto/properties/taskId`. */
  pointer: string;
  /** The first operation that has it: `POST /suno/v2/generate`. */
  operation: string;
  /** The object that holds its description: the parameter, or the schema of the field. */
  holder: JsonObject;
}

/** Every parameter, and every field of every request and response, however deep, each once. */
export function fieldsOf(document: JsonObject): Field[] {
  const fields: Field[] = [];
  const seen = new Set<JsonObject>();
  for (const { path, method, operation } of operationsOf(document)) {
    const name = `${method.toUpperCase()} ${path}`;
    const visit = (schema: JsonObject, at: readonly string[]): void => {
      const [target, place] = followed(document, schema, at);
      if (seen.has(target)) return;
      seen.add(target);
      for (const child of childSchemas(target)) {
        const here = [...place, ...child.at];
        if (child.at[0] === 'properties') fields.push({ pointer: pointerTo(...here), operation: name, holder: child.schema });
        visit(child.schema, here);
      }
    };
    const at = ['paths', path, method];
    for (const [index, value] of (Array.isArray(operation.parameters) ? operation.parameters : []).entries()) {
      if (!isRecord(value)) continue;
      const [holder, place] = followed(document, value, [...at, 'parameters', String(index)]);
      if (!seen.has(holder)) fields.push({ pointer: pointerTo(...place), operation: name, holder });
      seen.add(holder);
      for (const inner of messageSchemas(holder)) visit(inner.schema, [...place, ...inner.at]);
    }
    const messages: [unknown, string[]][] = [
      [operation.requestBody, [...at, 'requestBody']],
      ...Object.entries(objectAt(operation, 'responses')).map(([status, response]): [unknown, string[]] => [
        response,
        [...at, 'responses', status],
      ]),
    ];
    for (const [message, here] of messages) {
      if (!isRecord(message)) continue;
      const [target, place] = followed(document, message, here);
      for (const inner of messageSchemas(target)) visit(inner.schema, [...place, ...inner.at]);
    }
  }
  return fields;
}

/** The target of a reference, with its place. Anything else is returned as it is. */
function followed(document: JsonObject, node: JsonObject, at: readonly string[], depth = 0): [JsonObject, readonly string[]] {
  const target = typeof node.$ref === 'string' && depth < 32 ? resolvePointer(document, node.$ref) : undefined;
  return isRecord(target) ? followed(document, target, pointerSegments(String(node.$ref)), depth + 1) : [node, at];
}
