import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenApiSchema } from '../generated/contract.gen.ts';
import { describeError } from './describe-error.ts';
import type { Operation } from './operation.ts';

/** Checks a value; gives what is wrong with it, in the words of a NestJS validation pipe, or an empty list. */
type Check = (value: unknown) => string[];

/** The checks of one operation. */
export interface OperationChecks {
  readonly query: Check;
  readonly body: Check;
  readonly answer: Check;
}

interface Compilers {
  readonly strict: Ajv;
  readonly coercing: Ajv;
}

let compilers: Compilers | undefined;

function getCompilers(): Compilers {
  if (compilers === undefined) {
    const make = (coerceTypes: boolean): Ajv => {
      const ajv = new Ajv({ strict: false, strictNumbers: true, allErrors: true, coerceTypes, validateSchema: false });
      addFormats.default(ajv);
      return ajv;
    };
    compilers = { strict: make(false), coercing: make(true) };
  }
  return compilers;
}

/** OpenAPI 3.0 writes exclusive bounds as a flag beside the bound, JSON Schema as the bound itself. */
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

const none: Check = () => [];

function toCheck(ajv: Ajv, operation: Operation, schema: OpenApiSchema): Check {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv.compile(toJsonSchema({ ...schema, components: operation.document.components }) as object);
    if (validate(value)) return [];
    return [...new Set((validate.errors ?? []).map((error: ErrorObject) => describeError(error)).filter((text) => text !== ''))];
  };
}

function querySchema(operation: Operation): OpenApiSchema | undefined {
  const params = (operation.definition.parameters ?? []).filter((param) => param.in === 'query');
  if (params.length === 0) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(params.map((param) => [param.name, param.schema ?? {}])),
    required: params.filter((param) => param.required === true).map((param) => param.name),
  };
}

const known = new WeakMap<Operation, OperationChecks>();

/** The checks of an operation; compiled on first use, once for all sandboxes. */
export function checksOf(operation: Operation): OperationChecks {
  const cached = known.get(operation);
  if (cached !== undefined) return cached;
  const { strict, coercing } = getCompilers();
  const query = querySchema(operation);
  const checks: OperationChecks = {
    query: query === undefined ? none : toCheck(coercing, operation, query),
    body: operation.bodySchema === undefined ? none : toCheck(strict, operation, operation.bodySchema),
    answer: operation.answerSchema === undefined ? none : toCheck(strict, operation, operation.answerSchema),
  };
  known.set(operation, checks);
  return checks;
}
