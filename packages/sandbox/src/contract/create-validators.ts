import { Ajv, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenApiSchema } from '../generated/contract.gen.ts';
import { type CheckedPart, querySchema, validatorKey } from './find-problems.ts';
import { listOperations, type SandboxContract } from './operations.ts';

/**
 * An ajv with the schemas of a contract, and the reference of the schema of each validator. `options` are added to the ones that decide
 * what is valid.
 */
export function createValidators(
  documents: Pick<SandboxContract, 'suno' | 'usage'>,
  options: Options = {},
): { ajv: Ajv; references: Readonly<Record<string, string>> } {
  const ajv = new Ajv({ strict: false, strictNumbers: true, allErrors: true, validateSchema: false, logger: false, ...options });
  addFormats.default(ajv);
  const references: Record<string, string> = {};
  for (const key of ['suno', 'usage'] as const) {
    const document = documents[key];
    const schemas: OpenApiSchema[] = [];
    const add = (name: string, schema: OpenApiSchema | undefined): void => {
      if (schema !== undefined) references[name] = `${key}#/$defs/${schemas.push(schema) - 1}`;
    };
    for (const operation of listOperations(documents).filter((candidate) => candidate.document === document)) {
      const parts: Readonly<Record<CheckedPart, OpenApiSchema | undefined>> = {
        query: querySchema(operation),
        body: operation.bodySchema,
        response: operation.responseSchema,
      };
      for (const [part, schema] of Object.entries(parts)) add(validatorKey(operation, part as CheckedPart), schema);
    }
    ajv.addSchema({ ...(toJsonSchema({ $defs: schemas, components: document.components ?? {} }) as object), $id: key });
  }
  return { ajv, references };
}

/** Turns schemas of OpenAPI 3.0 into JSON Schema. OpenAPI marks an exclusive bound by a flag beside it; in JSON Schema it is a keyword of its own. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const schema: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) schema[key] = toJsonSchema(part);
  if (schema.type === undefined && typeof schema.nullable === 'boolean') delete schema.nullable; // ajv knows it beside a type only
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (schema[flag] === true) {
      schema[flag] = schema[bound];
      delete schema[bound];
    } else if (schema[flag] === false) delete schema[flag];
  }
  return schema;
}
