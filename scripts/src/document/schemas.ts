import { isRecord, type JsonObject } from '../document/json.ts';

const SINGLE = ['items', 'additionalProperties', 'not'] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;

/** The schemas directly inside a schema, each with the pointer segments that lead to it. References are not followed. */
export function childSchemas(schema: JsonObject): { at: readonly string[]; schema: JsonObject }[] {
  const found: { at: readonly string[]; schema: JsonObject }[] = [];
  const add = (at: readonly string[], value: unknown): void => {
    if (isRecord(value)) found.push({ at, schema: value });
  };
  for (const [name, value] of Object.entries(isRecord(schema.properties) ? schema.properties : {}))
    add(['properties', name], value);
  for (const key of SINGLE) add([key], schema[key]);
  for (const key of LISTS)
    if (Array.isArray(schema[key])) for (const [index, value] of schema[key].entries()) add([key, String(index)], value);
  return found;
}

/** The schemas of a message (a request body, a response, a parameter): one for each media type, or its own. */
export function messageSchemas(message: unknown): { at: readonly string[]; schema: JsonObject }[] {
  if (!isRecord(message)) return [];
  const own = isRecord(message.schema) ? [{ at: ['schema'], schema: message.schema }] : [];
  const content = Object.entries(isRecord(message.content) ? message.content : {}).flatMap(([type, media]) =>
    isRecord(media) && isRecord(media.schema) ? [{ at: ['content', type, 'schema'], schema: media.schema }] : [],
  );
  return [...own, ...content];
}
