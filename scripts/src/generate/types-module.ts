import openapiTS, { astToString, type OpenAPI3, type TransformNodeOptions } from 'openapi-typescript';
import ts from 'typescript';
import type { JsonObject } from '../document/json.ts';
import { OPEN } from '../document/marks.ts';
import { banner } from './banner.ts';
import { openResponseEnums } from './open-enums.ts';
import { TEMPLATE_PATTERN } from './template-pattern.ts';

/** The source text of one module of types, made from an assembled document. */
export async function typesModule(document: JsonObject, source: string): Promise<string> {
  const nodes = await openapiTS(openResponseEnums(document) as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: schemaType,
  });
  return `${banner(source)}\n${astToString(nodes)}`;
}

/** A string of a known beginning (`^chirp-custom:.+$`) as a template type, the open end of an enum as `string & {}`. */
function schemaType(schema: unknown, _options: TransformNodeOptions): ts.TypeNode | undefined {
  const { pattern, ...rest } = schema as JsonObject;
  const string = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  if (rest[OPEN] === true) return ts.factory.createIntersectionTypeNode([string, ts.factory.createTypeLiteralNode([])]);
  const prefix = rest.type === 'string' && typeof pattern === 'string' ? TEMPLATE_PATTERN.exec(pattern)?.[1] : undefined;
  if (prefix === undefined) return undefined;
  const tail = ts.factory.createTemplateLiteralTypeSpan(string, ts.factory.createTemplateTail(''));
  return ts.factory.createTemplateLiteralType(ts.factory.createTemplateHead(prefix), [tail]);
}
