import type { OpenApiDocument, OpenApiMethod, OpenApiOperation, OpenApiSchema } from '../generated/contract.gen.ts';

/** The two documents of the contract. */
export interface Contract {
  readonly suno: OpenApiDocument;
  readonly usage: OpenApiDocument;
}

/** One operation of the contract, with what the sandbox needs to know of it. */
export interface Operation {
  /** As the client calls it: `customModel.create`. */
  readonly name: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly document: OpenApiDocument;
  readonly definition: OpenApiOperation;
  /** The first 2xx status that is documented. */
  readonly status: number;
  readonly bodySchema: OpenApiSchema | undefined;
  readonly answerSchema: OpenApiSchema | undefined;
}

const methods: readonly OpenApiMethod[] = ['get', 'put', 'post', 'delete', 'patch'];

/** Names that do not follow from the path. */
const names: Readonly<Record<string, string>> = {
  'GET /suno/v2/status': 'tasks.get',
  'POST /api-user/points/search': 'usage.searchPoints',
  'POST /api-user/usage/search': 'usage.searchUsage',
};

function nameOf(method: string, path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  if (segments[0] === 'api-user') segments[0] = 'usage';
  else segments.splice(0, 2); // `suno`, `v2`
  return names[`${method} ${path}`] ?? segments.join('.');
}

const jsonSchema = (
  content: Readonly<Record<string, { readonly schema?: OpenApiSchema }>> | undefined,
): OpenApiSchema | undefined => content?.['application/json']?.schema;

function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((key) => {
      const definition = item[key];
      if (definition === undefined) return [];
      const method = key.toUpperCase();
      const status = Object.keys(definition.responses).find((code) => code.startsWith('2')) ?? '200';
      const operation: Operation = {
        name: nameOf(method, path),
        operationId: definition.operationId,
        method,
        path,
        document,
        definition,
        status: Number(status),
        bodySchema: jsonSchema(definition.requestBody?.content),
        answerSchema: jsonSchema(definition.responses[status]?.content),
      };
      return [operation];
    }),
  );
}

/** Every operation of both documents. */
export function listOperations(contract: Contract): Operation[] {
  return [...operationsOf(contract.suno), ...operationsOf(contract.usage)];
}

/** Whether `wanted` names the operation: its client name, operationId, path, or `METHOD path`. */
export function isNamed(operation: Pick<Operation, 'name' | 'operationId' | 'method' | 'path'>, wanted: string): boolean {
  return (
    wanted === operation.name ||
    wanted === operation.operationId ||
    wanted === operation.path ||
    wanted === `${operation.method} ${operation.path}`
  );
}

/** The schema behind a `$ref`, or the schema itself. */
export function resolveSchema(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchema {
  const name = schema.$ref?.split('/').at(-1);
  const target = name === undefined ? undefined : document.components?.schemas?.[name];
  return target === undefined ? schema : resolveSchema(document, target);
}
