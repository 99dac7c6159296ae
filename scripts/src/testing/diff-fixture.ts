import { isRecord, type JsonObject } from '../document/json.ts';

/**
 * A whole document around one fragment. `request` and `response` fragments are the schema of a body, an `operation` fragment is
 * laid over an operation, a `document` fragment over the document.
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
