import openapiTS, { astToString, type OpenAPI3, type TransformNodeOptions } from 'openapi-typescript';
import ts from 'typescript';
import { childSchemas, isRecord, type JsonObject, messageSchemas, operationsOf, resolvePointer } from '../contract/document.ts';
import { OPEN, TEMPLATE_PATTERN } from '../contract/marks.ts';
import { banner } from '../files.ts';

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

/** Writes a string with a known beginning (`^chirp-custom:.+$`) as a template type, and the open end of an enum as `string & {}`. */
function schemaType(schema: unknown, _options: TransformNodeOptions): ts.TypeNode | undefined {
  const { pattern, ...rest } = schema as JsonObject;
  const string = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  if (rest[OPEN] === true) return ts.factory.createIntersectionTypeNode([string, ts.factory.createTypeLiteralNode([])]);
  const prefix = rest.type === 'string' && typeof pattern === 'string' ? TEMPLATE_PATTERN.exec(pattern)?.[1] : undefined;
  if (prefix === undefined) return undefined;
  const tail = ts.factory.createTemplateLiteralTypeSpan(string, ts.factory.createTemplateTail(''));
  return ts.factory.createTemplateLiteralType(ts.factory.createTemplateHead(prefix), [tail]);
}

/**
 * A copy of the document in which every string enum of a response takes other strings too. The enums of requests stay closed. A
 * schema that requests and responses share is open, because a new value from the server must never break a caller.
 */
export function openResponseEnums(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const seen = new Set<JsonObject>();
  const visit = (schema: JsonObject): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    const referred = typeof schema.$ref === 'string' ? resolvePointer(copy, schema.$ref) : undefined;
    if (isRecord(referred)) visit(referred);
    for (const child of childSchemas(schema)) visit(child.schema);
    if (Array.isArray(schema.enum) && schema.enum.some((value) => typeof value === 'string')) open(schema);
  };
  for (const { operation } of operationsOf(copy))
    for (const response of Object.values(isRecord(operation.responses) ? operation.responses : {}))
      for (const { schema } of messageSchemas(dereferenced(copy, response))) visit(schema);
  return copy;
}

function dereferenced(document: JsonObject, value: unknown): unknown {
  return isRecord(value) && typeof value.$ref === 'string' ? resolvePointer(document, value.$ref) : value;
}

function open(schema: JsonObject): void {
  const closed = { type: schema.type, enum: schema.enum };
  delete schema.type;
  delete schema.enum;
  schema.anyOf = [closed, { type: 'string', [OPEN]: true }];
}
