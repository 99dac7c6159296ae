import type { OpenApiDocument, OpenApiSchema } from '../generated/contract.gen.ts';
import { uuidFrom } from '../seed.ts';
import { resolveSchema } from './operations.ts';

const formats: Readonly<Record<string, (seed: string) => string>> = {
  uuid: (seed) => uuidFrom(seed),
  uri: () => 'https://example.com/',
  'date-time': () => '2026-01-01T00:00:00.000Z',
  date: () => '2026-01-01',
  email: () => 'someone@example.com',
};

const maxDepth = 8;

/**
 * A value that fits the schema. It takes examples, defaults and the first of an enum where the schema has them; ids follow from `seed`.
 */
export function exampleOf(document: OpenApiDocument, schema: OpenApiSchema, seed: string, depth = 0): unknown {
  const target = resolveSchema(document, schema);
  if (target.format === 'uuid') return uuidFrom(seed);
  if (target.example !== undefined) return target.example;
  if (target.default !== undefined) return target.default;
  if (target.enum !== undefined) return target.enum[0];
  const first = target.anyOf?.[0] ?? target.oneOf?.[0];
  if (first !== undefined) return exampleOf(document, first, seed, depth);
  if (target.allOf !== undefined) {
    return Object.assign({}, ...target.allOf.map((part) => exampleOf(document, part, seed, depth)));
  }
  return plainExample(document, target, seed, depth);
}

function plainExample(document: OpenApiDocument, schema: OpenApiSchema, seed: string, depth: number): unknown {
  switch (schema.type ?? (schema.properties === undefined ? undefined : 'object')) {
    case 'string':
      return formats[schema.format ?? '']?.(seed) ?? 'text'.padEnd(Number(schema.minLength ?? 0), '.');
    case 'integer':
    case 'number':
      return Number(schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array': {
      const { items } = schema;
      const length = depth >= maxDepth ? 0 : Math.max(1, Number(schema.minItems ?? 1));
      return items === undefined ? [] : Array.from({ length }, (_, n) => exampleOf(document, items, `${seed}/${n}`, depth + 1));
    }
    case 'object': {
      const required = new Set(schema.required);
      const wanted = Object.entries(schema.properties ?? {}).filter(([name]) => depth < maxDepth || required.has(name));
      return Object.fromEntries(wanted.map(([name, part]) => [name, exampleOf(document, part, `${seed}/${name}`, depth + 1)]));
    }
    default:
      return null;
  }
}
