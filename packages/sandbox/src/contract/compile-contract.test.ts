import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validators } from '#validators';
import {
  contract,
  type OpenApiDocument,
  type OpenApiOperation,
  type OpenApiParameter,
  type OpenApiSchema,
} from '../generated/contract.gen.ts';
import { compileContract } from './compile-contract.ts';
import { exampleOf } from './example.ts';
import { findProblems, findQueryProblems } from './find-problems.ts';
import { listOperations, type SandboxContract } from './operations.ts';

const built: SandboxContract = { ...contract, validators };
const compiled = compileContract(contract);
const operations = listOperations(contract);

test('the validators that are built into the package are those of the contract', () => {
  expect(Object.keys(built.validators)).toEqual(Object.keys(compiled.validators));
  expect(Object.keys(compiled.validators).length).toBeGreaterThan(operations.length);
});

/** The value with one part of it replaced; which part follows from `path`. */
function withReplaced(value: unknown, path: readonly number[], part: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return part;
  const entries = Object.entries(value);
  const [key] = entries[step % Math.max(entries.length, 1)] ?? ['added'];
  const changed = withReplaced((value as Record<string, unknown>)[key], rest, part);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? changed : item))
    : { ...value, [key]: changed };
}

test('they find the same problems as validators that are compiled on the spot', () => {
  const parts = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('2026-01-01T00:00:00Z', 'https://example.com/a', -1, 1e9),
  );
  let refused = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...operations),
      fc.constantFrom('body' as const, 'response' as const),
      fc.array(fc.nat(9), { maxLength: 3 }),
      parts,
      (operation, part, path, replacement) => {
        const schema = part === 'body' ? operation.bodySchema : operation.responseSchema;
        const value = schema === undefined ? {} : exampleOf(operation.document, schema, 'seed');
        const changed = withReplaced(value, path, replacement);
        const problems = findProblems(compiled, operation, part, changed);
        if (problems.length > 0) refused += 1;
        expect(findProblems(built, operation, part, changed)).toEqual(problems);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(refused).toBeGreaterThan(200);
});

function documentWith(operation: Omit<OpenApiOperation, 'operationId' | 'responses'>): OpenApiDocument {
  const get = { operationId: 'list', responses: { '200': {} }, ...operation };
  return {
    openapi: '3.0.0',
    info: { title: 'x', version: '1' },
    paths: { '/suno/v2/list': { get } },
    components: { schemas: { Page: { type: 'integer', minimum: 0, exclusiveMinimum: true } } },
  };
}

test.each<[Record<string, string>, string[]]>([
  [{ page: '2', all: 'true', ratio: '0.5' }, []],
  [{}, ['page should not be empty']],
  [{ page: '0' }, ['page must be > 0']],
  [{ page: '1.5' }, ['page must be an integer']],
  [{ page: '' }, ['page must be an integer']],
  [{ page: 'two', all: 'yes', ratio: 'half' }, ['page must be an integer', 'all must be a boolean', 'ratio must be a number']],
])('in a query %j, what stands for a number or a boolean is read as one', (query, problems) => {
  const param = (name: string, schema: OpenApiSchema, required = false): OpenApiParameter => ({
    name,
    in: 'query',
    required,
    schema,
  });
  const suno = documentWith({
    parameters: [
      param('page', { $ref: '#/components/schemas/Page' }, true),
      param('all', { type: 'boolean' }),
      param('ratio', { type: 'number' }),
    ],
  });
  const mine = compileContract({ suno, usage: documentWith({}) });
  const [operation] = listOperations(mine);
  if (operation === undefined) throw new Error('no operation');
  expect(findQueryProblems(mine, operation, query)).toEqual(problems);
});
