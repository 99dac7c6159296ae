/** A schema of OpenAPI, as far as it is read here. */
interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  [keyword: string]: unknown;
}

/** A document of the contract, as far as it is read here. */
interface Document {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
}

interface OperationObject {
  summary?: string;
  responses: Record<string, { content?: { 'application/json'?: { schema?: Schema } } }>;
}

/** The contract: a document for each host. */
export type Contract = Record<'suno' | 'usage', Document>;

/** One operation of the contract with the schema of its success answer. */
export interface AnswerOf {
  host: keyof Contract;
  method: string;
  path: string;
  summary: string;
  schema: Schema | undefined;
}

/** The operations of the contract, in its order. */
export function listAnswers({ suno, usage }: Contract): AnswerOf[] {
  return [...answersOf('suno', suno), ...answersOf('usage', usage)];
}

function answersOf(host: keyof Contract, { paths, components }: Document): AnswerOf[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { summary, responses }]) => {
      const success = Object.keys(responses).find((status) => status.startsWith('2'));
      const schema = success === undefined ? undefined : responses[success]?.content?.['application/json']?.schema;
      return {
        host,
        method: method.toUpperCase(),
        path,
        summary: plainLine(summary ?? ''),
        schema: schema && resolve(schema, components.schemas),
      };
    }),
  );
}

/** Foreign words as one line without markup of their own. */
function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}|<>`[\]]+/gu, ' ').trim();
}

/** The source of `answers.gen.ts`: what each answer must be, without documentation and without the closed lists of servers' enums. */
export function answersModule(contract: Contract): string {
  const answers = listAnswers(contract).filter(({ schema }) => schema !== undefined);
  const entries = Object.fromEntries(answers.map(({ method, path, schema }) => [`${method} ${path}`, schema]));
  return `// Generated from openapi/*.yaml by \`npm run generate -w packages/client\`. Do not edit.
import type { AnswerSchema } from '../answer-schema.ts';

export const answers: Readonly<Record<string, AnswerSchema>> = ${JSON.stringify(entries, null, 2)};
`;
}

/** A schema with its references followed. One that holds itself may be anything from there on. */
function resolve(schema: Schema, schemas: Record<string, Schema>, inside: readonly string[] = []): Schema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    const target = schemas[name];
    if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
    return inside.includes(name) ? {} : resolve(target, schemas, [...inside, name]);
  }
  const { type, nullable, properties, required, items, anyOf } = schema;
  return {
    ...(type !== undefined && { type }),
    ...(nullable !== undefined && { nullable }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, it]) => [name, resolve(it, schemas, inside)])),
    }),
    ...(required && { required }),
    ...(items && { items: resolve(items, schemas, inside) }),
    ...(anyOf && { anyOf: anyOf.map((it) => resolve(it, schemas, inside)) }),
  };
}
