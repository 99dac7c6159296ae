import type { OpenApiDocument, OpenApiMethod, OpenApiOperation, OpenApiSchema } from '../generated/contract.gen.ts';

/** One thing that a validator found wrong; the form is ajv's. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer to the value that is wrong. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Checks a value, and leaves what is wrong with it in `errors`. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** The validators of a contract, each by operation and part: `POST /suno/v2/generate body`. */
type Validators = Readonly<Record<string, Validator>>;

/** What a sandbox serves: the two documents, and what checks requests and responses against them. */
export interface SandboxContract {
  /** The Suno API, as OpenAPI 3.0. */
  readonly suno: OpenApiDocument;
  /** The usage API, as OpenAPI 3.0. */
  readonly usage: OpenApiDocument;
  /** Made from the documents: by `compileContract`, or when this package was built. */
  readonly validators: Validators;
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
  readonly responseSchema: OpenApiSchema | undefined;
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
        responseSchema: jsonSchema(definition.responses[status]?.content),
      };
      return [operation];
    }),
  );
}

/** Every operation of both documents. */
export function listOperations(documents: Pick<SandboxContract, 'suno' | 'usage'>): Operation[] {
  return [...operationsOf(documents.suno), ...operationsOf(documents.usage)];
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

/** The operation at an address, with what its path holds. */
interface Route {
  readonly operation: Operation;
  readonly pathParams: Readonly<Record<string, string>>;
}

/** Finds operations by method and path. */
export interface Routes {
  readonly operations: readonly Operation[];
  find(method: string, path: string): Route | undefined;
}

const noParams = {};

function templateOf(operation: Operation): RegExp {
  const pattern = operation.path
    .split('/')
    .map((segment) =>
      /^\{\w+\}$/.test(segment) ? `(?<${segment.slice(1, -1)}>[^/]+)` : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('/');
  return new RegExp(`^${pattern}$`);
}

const known = new WeakMap<SandboxContract, Routes>();

/** The routes of a contract. They are made once for each contract. */
export function routesOf(contract: SandboxContract): Routes {
  const cached = known.get(contract);
  if (cached !== undefined) return cached;
  const operations = listOperations(contract);
  const plain = new Map<string, Route>();
  const templates: { pattern: RegExp; operation: Operation }[] = [];
  for (const operation of operations) {
    if (operation.path.includes('{')) templates.push({ pattern: templateOf(operation), operation });
    else plain.set(`${operation.method} ${operation.path}`, { operation, pathParams: noParams });
  }
  const routes: Routes = {
    operations,
    find(method, path) {
      const exact = plain.get(`${method} ${path}`);
      if (exact !== undefined) return exact;
      for (const { pattern, operation } of templates) {
        const match = operation.method === method ? pattern.exec(path) : null;
        if (match !== null) return { operation, pathParams: { ...match.groups } };
      }
      return undefined;
    },
  };
  known.set(contract, routes);
  return routes;
}
