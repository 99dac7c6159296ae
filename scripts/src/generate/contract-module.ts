import { banner } from '../files.ts';

const TYPES = `
/** A JSON Schema as OpenAPI 3.0 has it. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | OpenApiSchema;
  readonly items?: OpenApiSchema;
  readonly allOf?: readonly OpenApiSchema[];
  readonly anyOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly [keyword: string]: unknown;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'query' | 'header' | 'path' | 'cookie';
  readonly required?: boolean;
  readonly schema?: OpenApiSchema;
  readonly [keyword: string]: unknown;
}

export interface OpenApiContent {
  readonly [mediaType: string]: { readonly schema?: OpenApiSchema };
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: OpenApiContent };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: OpenApiContent }>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly [extension: \`x-\${string}\`]: unknown;
}

export type OpenApiMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

export interface OpenApiSecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
  readonly [keyword: string]: unknown;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<OpenApiMethod, OpenApiOperation>>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, OpenApiSchema>>;
    readonly securitySchemes?: Readonly<Record<string, OpenApiSecurityScheme>>;
  };
}
`;

/**
 * The source text of the sandbox's contract module. Each document is one JSON text in it, so that a key named `__proto__` stays an
 * ordinary key and no text of the contract can become code.
 */
export function contractModule(documents: { suno: unknown; usage: unknown }): string {
  const literal = (document: unknown): string => `JSON.parse(${codeSafe(JSON.stringify(JSON.stringify(document)))})`;
  return `${banner('openapi/suno.yaml and openapi/usage.yaml')}${TYPES}
/** The assembled contract: the Suno API and the usage API. */
export const contract: { readonly suno: OpenApiDocument; readonly usage: OpenApiDocument } = {
  suno: ${literal(documents.suno)},
  usage: ${literal(documents.usage)},
};
`;
}

/** Escapes the two line separators that JSON allows in a string and some tools do not accept in source text. */
function codeSafe(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
