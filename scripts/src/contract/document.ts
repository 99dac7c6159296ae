/** A JSON object whose members are not known yet. */
export type JsonObject = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name when it is an object, otherwise an empty object. */
export function objectAt(value: unknown, key: string): JsonObject {
  const member = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(member) ? member : {};
}

/** The target of a local reference such as `#/components/schemas/TaskIdDto`; undefined when there is none. */
export function resolvePointer(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let node: unknown = document;
  for (const key of pointerSegments(reference)) {
    if (!(isRecord(node) || Array.isArray(node)) || !Object.hasOwn(node, key)) return undefined;
    node = (node as Record<string, unknown>)[key];
  }
  return node;
}

/** A JSON pointer in the form of a `$ref`: `#/a/b~1c`. */
export function pointerTo(...segments: readonly (string | number)[]): string {
  return `#${segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** The segments of `#/a/b~1c`: `a` and `b/c`. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The name in `#/components/schemas/NAME`; undefined when the object is not such a reference. */
export function schemaName({ $ref }: JsonObject): string | undefined {
  return typeof $ref === 'string' ? /^#\/components\/schemas\/([^/]+)$/.exec($ref)?.[1] : undefined;
}

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
type Method = (typeof METHODS)[number];

/** One operation of a document, with its path and method. */
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

/** A schema with the pointer segments that lead to it from where the search began. */
export interface LocatedSchema {
  at: readonly string[];
  schema: JsonObject;
}

const SINGLE = ['items', 'additionalProperties', 'not'] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;

/** The schemas directly inside a schema. References are not followed. */
export function childSchemas(schema: JsonObject): LocatedSchema[] {
  const found: LocatedSchema[] = [];
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

/** The schemas of a message (a request body, a response or a parameter): one for each media type, or its own. */
export function messageSchemas(message: unknown): LocatedSchema[] {
  if (!isRecord(message)) return [];
  const own = isRecord(message.schema) ? [{ at: ['schema'], schema: message.schema }] : [];
  const content = Object.entries(isRecord(message.content) ? message.content : {}).flatMap(([type, media]) =>
    isRecord(media) && isRecord(media.schema) ? [{ at: ['content', type, 'schema'], schema: media.schema }] : [],
  );
  return [...own, ...content];
}
