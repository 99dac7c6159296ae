import type { ErrorObject } from 'ajv';

const formats: Readonly<Record<string, string>> = {
  uuid: 'a UUID',
  uri: 'a URL address',
  'date-time': 'a valid ISO 8601 date string',
};

/** `/clipIds/0` → `clipIds.0`. */
const nameOf = (error: ErrorObject): string => error.instancePath.slice(1).replaceAll('/', '.') || 'body';

const within = (error: ErrorObject, property: unknown): string =>
  error.instancePath === '' ? String(property) : `${nameOf(error)}.${String(property)}`;

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);

/** A validation error in the words of NestJS's class-validator; empty for one that only repeats others. */
export function describeError(error: ErrorObject): string {
  const params: Record<string, unknown> = error.params;
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
