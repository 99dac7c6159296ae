import { describe, expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { lintDocument } from './lint-document.ts';

const rulesOf = async (document: Parameters<typeof lintDocument>[0]): Promise<string[]> =>
  (await lintDocument(document)).map(({ rule }) => rule);

describe('lintDocument', () => {
  it('finds nothing in a sound document', async () => {
    expect(await lintDocument(anApi())).toEqual([]);
  });

  it.each<[string, (api: ReturnType<typeof anApi>) => void]>([
    ['openapi-version', (api) => Object.assign(api, { openapi: '3.1.0' })],
    ['struct', (api) => Object.assign(api.paths['/things'].post, { responses: [] })],
    ['struct', (api) => Object.assign(api.components.schemas.Thing, { type: 'strange' })],
    ['no-unresolved-refs', (api) => Reflect.deleteProperty(api.components.schemas, 'Thing')],
    ['unreadable', (api) => Object.assign(api.components.schemas.Thing.properties, { hasOwnProperty: { type: 'string' } })],
    [
      'unreadable',
      (api) =>
        Object.assign(api.components.schemas, {
          Thing: { $ref: '#/components/schemas/A' },
          A: { $ref: '#/components/schemas/Thing' },
        }),
    ],
    ['security-defined', (api) => Reflect.deleteProperty(api.components.securitySchemes, 'bearerAuth')],
    ['operation-id', (api) => Reflect.deleteProperty(api.paths['/things'].post, 'operationId')],
    ['operation-id', (api) => Object.assign(api.paths['/things'].post, { operationId: 'no identifier; alert(1)' })],
    ['typed-success', (api) => Reflect.deleteProperty(api.paths['/things'].post.responses['201'], 'content')],
    ['typed-success', (api) => Object.assign(api.paths['/things'].post, { responses: { '400': { description: '' } } })],
    [
      'named-enum',
      (api) => {
        const schema = { type: 'array', items: { type: 'object', properties: { kind: { type: 'string', enum: ['a'] } } } };
        Object.assign(api.paths['/things'].post.responses['201'].content['application/json'], { schema });
      },
    ],
  ])('finds %s', async (rule, edit) => {
    const api = anApi();
    edit(api);
    expect(await rulesOf(api)).toContain(rule);
  });

  it('follows no reference out of the document', async () => {
    const api = anApi();
    const mapping = { a: 'https://127.0.0.1:9/a' };
    Object.assign(api.components.schemas.Thing, { discriminator: { propertyName: 'id', mapping } });
    const [finding] = await lintDocument(api);
    expect(finding).toMatchObject({ rule: 'no-unresolved-refs', message: expect.stringContaining('not a part of the document') });
  });

  it('accepts a response without a body', async () => {
    const api = anApi();
    Object.assign(api.paths['/things'].post, { responses: { '204': { description: '' } } });
    expect(await lintDocument(api)).toEqual([]);
  });
});
