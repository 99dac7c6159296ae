/** A small sound document: one operation, a request and an answer with an enum each. Fresh for every call. */
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
