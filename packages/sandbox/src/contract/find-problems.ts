import type { OpenApiSchema } from '../generated/contract.gen.ts';
import { type Operation, resolveSchema, type SandboxContract, type SchemaError } from './operations.ts';

/** The part of a call that is checked. */
export type CheckedPart = 'query' | 'body' | 'response';

/** The key of a validator: `POST /suno/v2/generate body`. */
export function validatorKey({ method, path }: Pick<Operation, 'method' | 'path'>, part: CheckedPart): string {
  return `${method} ${path} ${part}`;
}

/** The schema of an operation's query parameters; undefined where it has none. */
export function querySchema(operation: Operation): OpenApiSchema | undefined {
  const params = (operation.definition.parameters ?? []).filter((param) => param.in === 'query');
  if (params.length === 0) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(params.map((param) => [param.name, param.schema ?? {}])),
    required: params.filter((param) => param.required === true).map((param) => param.name),
  };
}

/** What is wrong with a body or a response, in the words of a NestJS validation pipe; an empty list where nothing is. */
export function findProblems(
  contract: SandboxContract,
  operation: Operation,
  part: CheckedPart,
  value: unknown,
): readonly string[] {
  const validate = contract.validators[validatorKey(operation, part)];
  if (validate === undefined || validate(value)) return [];
  return [...new Set((validate.errors ?? []).map(describeError).filter((text) => text !== ''))];
}

/** What is wrong with a query. All its values are texts; those that stand for a number or a boolean are checked as such. */
export function findQueryProblems(
  contract: SandboxContract,
  operation: Operation,
  query: Readonly<Record<string, string>>,
): readonly string[] {
  const typed: Record<string, unknown> = { ...query };
  for (const { name, schema = {} } of operation.definition.parameters ?? []) {
    const text = query[name];
    if (text !== undefined) typed[name] = fromText(text, resolveSchema(operation.document, schema).type);
  }
  return findProblems(contract, operation, 'query', typed);
}

function fromText(text: string, type: string | undefined): unknown {
  if ((type === 'number' || type === 'integer') && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'a UUID',
  uri: 'a URL address',
  'date-time': 'a valid ISO 8601 date string',
};

/** `/clipIds/0` → `clipIds.0`. */
const nameOf = (error: SchemaError): string => error.instancePath.slice(1).replaceAll('/', '.') || 'body';

const within = (error: SchemaError, property: unknown): string =>
  error.instancePath === '' ? String(property) : `${nameOf(error)}.${String(property)}`;

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);

/** A validation error in the words of NestJS's class-validator; empty for one that only repeats others. */
function describeError(error: SchemaError): string {
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `${within(error, params.missingProperty)} should not be empty`;
    case 'type':
      return `${nameOf(error)} must be ${article(String(params.type))}`;
    case 'format':
      return `${nameOf(error)} must be ${formats[String(params.format)] ?? `a valid ${String(params.format)}`}`;
    case 'enum':
      return `${nameOf(error)} must be one of the following values: ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'minItems':
      return `${nameOf(error)} must contain at least ${String(params.limit)} elements`;
    case 'maxItems':
      return `${nameOf(error)} must contain no more than ${String(params.limit)} elements`;
    case 'minimum':
      return `${nameOf(error)} must not be less than ${String(params.limit)}`;
    case 'maximum':
      return `${nameOf(error)} must not be greater than ${String(params.limit)}`;
    case 'additionalProperties':
      return `property ${within(error, params.additionalProperty)} should not exist`;
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return '';
    default:
      return `${nameOf(error)} ${error.message ?? 'is not valid'}`;
  }
}
