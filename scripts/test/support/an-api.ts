import { isRecord, type JsonObject } from '../../src/contract/document.ts';
import { writeYaml } from '../../src/contract/yaml.ts';

/** A small valid document: one operation, whose request and response have an enum each. Every call makes a new one. */
export function anApi() {
  return {
    openapi: '3.0.0',
    info: { title: 'Things', version: '1.0.0' },
    servers: [{ url: 'https://api.mountsea.ai' }],
    security: [] as unknown[],
    tags: [{ name: 'things' }],
    paths: {
      '/things': {
        post: {
          summary: 'make a thing',
          operationId: 'makeThing',
          parameters: [{ name: 'page', in: 'query', required: false, schema: { type: 'number' } }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/MakeThing' } } },
          },
          responses: {
            '201': {
              description: 'made',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
          },
          security: [{ bearerAuth: [] }],
        },
      },
    },
    components: {
      schemas: {
        MakeThing: {
          type: 'object',
          properties: { kind: { type: 'string', enum: ['round', 'square'] }, note: { type: 'string' } },
          required: ['kind'],
        },
        Thing: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            state: { type: 'string', enum: ['new', 'old'] },
            labels: { type: 'array', items: { type: 'string', enum: ['red', 'blue'] } },
          },
          required: ['id', 'state'],
        },
      },
      securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** The OpenAPI block of one page: `POST /suno/v2/<id>`, with a request and a response. `edit` changes it before it is written. */
export function aFragment(id: string, edit: (api: ReturnType<typeof anApi>) => void = () => {}): string {
  const api = anApi();
  const operation = api.paths['/things'].post;
  operation.operationId = `ApiPublicController_${id}`;
  edit(api);
  return writeYaml({ ...api, paths: { [`/suno/v2/${id}`]: { post: operation } } });
}

/**
 * A whole document around one fragment. `at` says what the fragment is: the schema of a `request` or a `response` body, the members
 * of an `operation`, or those of the `document`.
 */
export function documentAround(at: string, fragment: JsonObject): JsonObject {
  const content = { 'application/json': { schema: fragment } };
  const operation = {
    operationId: 'makeThing',
    ...(at === 'request' ? { requestBody: { content } } : {}),
    responses: at === 'response' ? { '200': { description: 'fine', content } } : { '204': { description: 'fine' } },
    ...(at === 'operation' ? fragment : {}),
  };
  return {
    openapi: '3.0.0',
    info: { title: 'Things', version: '1.0.0' },
    paths: { '/things': { post: operation } },
    ...(at === 'document' && isRecord(fragment) ? fragment : {}),
  };
}
