import { join, sep } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { type JsonObject, objectAt } from '../src/contract/document.ts';
import { readDocuments } from '../src/contract/documents.ts';
import { clientCalls } from '../src/generate/client-calls.ts';
import { typesModule } from '../src/generate/types-module.ts';
import { APIS, type Api, layoutOf } from '../src/layout.ts';
import { typeProblems } from '../src/type-diff/virtual-program.ts';

const layout = layoutOf();
const slashed = (path: string): string => path.replaceAll(sep, '/');
const client = slashed(join(layout.root, 'packages/client'));
const types = slashed(join(layout.root, 'packages/types/src/index.ts'));
const documents = readDocuments(layout);
const generated = new Map<Api, string>();

/** What the compiler says of the client when its types are made from other documents: one line each, as in `src/resources/audio.ts: …`. */
async function problemsWith(change: (documents: Record<Api, JsonObject>) => void): Promise<string[]> {
  const changed = structuredClone(documents);
  change(changed);
  const modules = await Promise.all(
    APIS.map(async (api): Promise<[string, string]> => {
      const isSame = JSON.stringify(changed[api]) === JSON.stringify(documents[api]);
      return [slashed(layout.types(api)), (isSame && generated.get(api)) || (await typesModule(changed[api], api))];
    }),
  );
  const { config } = ts.readConfigFile(`${client}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, client);
  const paths = { '@mountsea-suno/types': [types] };
  const roots = [`${client}/src/index.ts`, `${client}/test/support/every-method.ts`];
  const problems = typeProblems(roots, new Map(modules), { ...options, paths }, (file) => file.startsWith(client));
  return problems.map(({ file, message }) => `${file.slice(client.length + 1)}: ${message}`);
}

/** Finds an operation, as in `GET /suno/v2/status`: its document, the item of its path, and its method there. */
function find(documents: Record<Api, JsonObject>, operation: string): { document: JsonObject; item: JsonObject; method: string } {
  const [method = '', path = ''] = operation.split(' ');
  const document = documents[path.startsWith('/api-user/') ? 'usage' : 'suno'];
  return { document, item: at(document, 'paths', path), method: method.toLowerCase() };
}

function at(object: JsonObject, ...keys: string[]): JsonObject {
  return keys.reduce((inner, key) => objectAt(inner, key), object);
}

const calls = clientCalls(`${client}/src`);
/** All of them take minutes: a few in each run, every one with MATRIX=full. */
const few = ['POST /suno/v2/customModel/create', 'POST /suno/v2/audio/fade', 'GET /api-user/credits'];
const chosen = process.env.MATRIX === 'full' ? calls : calls.filter(({ operation }) => few.includes(operation));

beforeAll(async () => {
  for (const api of APIS) generated.set(api, await typesModule(documents[api], api));
});

test('the client compiles on the contract as it is', { timeout: 120_000 }, async () => {
  expect(await problemsWith(() => {})).toEqual([]);
  expect(chosen.length).toBeGreaterThanOrEqual(few.length);
});

describe('the client does not compile', () => {
  test.each(chosen)('when $operation is taken out of the contract', { timeout: 120_000 }, async ({ operation, file }) => {
    const problems = await problemsWith((changed) => {
      const { item, method } = find(changed, operation);
      delete item[method];
    });
    const path = operation.split(' ')[1];
    expect(problems).toContainEqual(expect.stringMatching(`^src/${file}: .*${path}`));
    expect(problems).toContainEqual(expect.stringMatching(`^src/retry-policies.ts: .*${operation}`));
  });

  test.each(chosen.filter(({ operation }) => operation.startsWith('POST ') && !/prepare$|session$/.test(operation)))(
    'when a field of the request of $operation is renamed',
    { timeout: 120_000 },
    async ({ operation, call }) => {
      const problems = await problemsWith((changed) => {
        const { document, item, method } = find(changed, operation);
        const { $ref } = at(item, method, 'requestBody', 'content', 'application/json', 'schema');
        const target = at(document, 'components', 'schemas', String($ref).split('/').at(-1) ?? '');
        const properties = objectAt(target, 'properties');
        const [field = ''] = Object.keys(properties);
        properties[`${field}_renamed`] = properties[field];
        delete properties[field];
        if (Array.isArray(target.required))
          target.required = target.required.map((it) => (it === field ? `${field}_renamed` : it));
      });
      expect(
        problems.map((line) => line.split(':')[0]),
        call,
      ).toContain('test/support/every-method.ts');
    },
  );

  test('when the contract gains an operation, until that has a retry policy', { timeout: 120_000 }, async () => {
    const problems = await problemsWith((changed) => {
      const paths = at(changed.suno, 'paths');
      paths['/suno/v2/wav'] = { post: { ...at(paths, '/suno/v2/mdi', 'post'), operationId: 'ApiPublicController_wav' } };
    });
    expect(problems).toEqual([expect.stringMatching('^src/retry-policies.ts: .*POST /suno/v2/wav')]);
  });
});
