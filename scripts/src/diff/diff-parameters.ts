import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject } from '../document/json.ts';
import { diffAnnotations, OTHER_ANNOTATIONS } from './diff-annotations.ts';
import { diffMessage, type MessageContext } from './diff-content.ts';
import { resolveSchema } from './placed.ts';

const ENCODING = ['style', 'explode', 'allowReserved', 'allowEmptyValue', 'content'] as const;

interface Parameter {
  parameter: JsonObject;
  at: readonly string[];
}

/** Compares the parameters of two operations, found by place and name. */
export function diffParameters(base: JsonObject, head: JsonObject, at: readonly string[], context: MessageContext): void {
  const before = parametersOf(context.base, base, at);
  const after = parametersOf(context.head, head, at);
  for (const [name, { at: here }] of before) if (!after.has(name)) context.report('request-parameter-removed', here, { name });
  for (const [name, parameter] of after) {
    const known = before.get(name);
    if (known === undefined)
      context.report(`request-parameter-added-${parameter.parameter.required ? 'required' : 'optional'}`, parameter.at, { name });
    else diffParameter(known, parameter, name, context);
  }
}

function diffParameter(
  { parameter: base }: Parameter,
  { parameter: head, at }: Parameter,
  name: string,
  context: MessageContext,
): void {
  diffAnnotations(base, head, at, context.report, OTHER_ANNOTATIONS);
  if (Boolean(base.required) !== Boolean(head.required))
    context.report(`request-parameter-became-${head.required ? 'required' : 'optional'}`, at, { name });
  for (const key of ENCODING)
    if (!isDeepStrictEqual(base[key], head[key]))
      context.report('request-parameter-encoding-changed', [...at, key], { before: base[key], after: head[key], name });
  diffMessage(base, head, at, context);
}

/** By `query taskId`; the place in the pointer is the name, as an index says nothing across two documents. */
function parametersOf(document: JsonObject, { parameters }: JsonObject, at: readonly string[]): Map<string, Parameter> {
  const list = (Array.isArray(parameters) ? parameters : []).filter(isRecord);
  return new Map(
    list.map((schema, index) => {
      const parameter = resolveSchema({ document, schema, at: [] }).schema;
      return [`${parameter.in} ${parameter.name}`, { parameter, at: [...at, 'parameters', String(index)] }];
    }),
  );
}
