import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject, type LocatedOperation, objectAt } from '../contract/document.ts';
import { type Change, reporter } from './change.ts';
import { diffAnnotations, diffUnknownKeys, OTHER_ANNOTATIONS } from './diff-annotations.ts';
import { diffSchema, type SchemaContext } from './diff-schema.ts';
import { resolveSchema } from './schema-at-pointer.ts';

const KNOWN: ReadonlySet<string> = new Set([
  ...OTHER_ANNOTATIONS,
  'deprecated',
  'operationId',
  'parameters',
  'requestBody',
  'responses',
  'security',
]);

/** A schema context with the two documents in which the schemas stand. */
interface MessageContext extends SchemaContext {
  base: JsonObject;
  head: JsonObject;
}

/** Reports every difference of one operation that both documents have. */
export function diffOperation(
  documents: { base: JsonObject; head: JsonObject },
  base: LocatedOperation,
  head: LocatedOperation,
): Change[] {
  const changes: Change[] = [];
  const name = `${head.method.toUpperCase()} ${head.path}`;
  const at = ['paths', head.path, head.method];
  const [before, after] = [base.operation, head.operation];
  const both = reporter(changes, 'both', name);
  diffAnnotations(before, after, at, both, OTHER_ANNOTATIONS);
  if (before.operationId !== after.operationId)
    both('operation-id-changed', at, { before: before.operationId, after: after.operationId });
  if (!isDeepStrictEqual(before.security, after.security))
    both('operation-security-changed', [...at, 'security'], { before: before.security, after: after.security });
  diffUnknownKeys(before, after, KNOWN, at, both);

  const request: MessageContext = {
    ...documents,
    direction: 'request',
    report: reporter(changes, 'request', name),
    seen: new Set(),
  };
  diffParameters(before, after, at, request);
  diffBody(before, after, [...at, 'requestBody'], request);
  const response: MessageContext = {
    ...documents,
    direction: 'response',
    report: reporter(changes, 'response', name),
    seen: new Set(),
  };
  diffResponses(before, after, [...at, 'responses'], response);
  return changes;
}

const ENCODING = ['style', 'explode', 'allowReserved', 'allowEmptyValue', 'content'] as const;

interface Parameter {
  parameter: JsonObject;
  at: readonly string[];
}

/** Compares the parameters of two operations. A parameter is known by where it is sent and by its name. */
function diffParameters(base: JsonObject, head: JsonObject, at: readonly string[], context: MessageContext): void {
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

/** The parameters by keys such as `query taskId`: their order in the list does not count. */
function parametersOf(document: JsonObject, { parameters }: JsonObject, at: readonly string[]): Map<string, Parameter> {
  const list = (Array.isArray(parameters) ? parameters : []).filter(isRecord);
  return new Map(
    list.map((schema, index) => {
      const parameter = resolveSchema({ document, schema, at: [] }).schema;
      return [`${parameter.in} ${parameter.name}`, { parameter, at: [...at, 'parameters', String(index)] }];
    }),
  );
}

function diffBody(base: JsonObject, head: JsonObject, at: readonly string[], context: MessageContext): void {
  const [before, after] = [resolved(context.base, base.requestBody), resolved(context.head, head.requestBody)];
  if (before === undefined && after === undefined) return;
  if (before === undefined) context.report(after?.required ? 'request-body-added-required' : 'request-body-added-optional', at);
  else if (after === undefined) context.report('request-body-removed', at);
  else {
    diffAnnotations(before, after, at, context.report, OTHER_ANNOTATIONS);
    if (Boolean(before.required) !== Boolean(after.required))
      context.report(after.required ? 'request-body-became-required' : 'request-body-became-optional', at);
    diffContent(before, after, at, context);
  }
}

function diffResponses(base: JsonObject, head: JsonObject, at: readonly string[], context: MessageContext): void {
  const [before, after] = [objectAt(base, 'responses'), objectAt(head, 'responses')];
  for (const status of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = [...at, status];
    const [left, right] = [resolved(context.base, before[status]), resolved(context.head, after[status])];
    if (left === undefined) context.report('response-status-added', here);
    else if (right === undefined) context.report('response-status-removed', here);
    else {
      diffAnnotations(left, right, here, context.report, OTHER_ANNOTATIONS);
      diffHeaders(left, right, here, context);
      diffContent(left, right, here, context);
    }
  }
}

function diffHeaders(base: JsonObject, head: JsonObject, at: readonly string[], { report }: MessageContext): void {
  const [before, after] = [objectAt(base, 'headers'), objectAt(head, 'headers')];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = [...at, 'headers', name];
    if (before[name] === undefined) report('response-header-added', here);
    else if (after[name] === undefined) report('response-header-removed', here);
    else if (!isDeepStrictEqual(before[name], after[name]))
      report('unknown-change', here, { before: before[name], after: after[name] });
  }
}

/** Compares the media types of a body or a response, and their schemas. */
function diffContent(base: JsonObject, head: JsonObject, at: readonly string[], context: MessageContext): void {
  const [before, after] = [objectAt(base, 'content'), objectAt(head, 'content')];
  for (const type of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = [...at, 'content', type];
    if (before[type] === undefined) context.report(`${context.direction}-media-type-added`, here);
    else if (after[type] === undefined) context.report(`${context.direction}-media-type-removed`, here);
    else diffMessage(before[type], after[type], here, context);
  }
}

/** Compares the schemas of two messages. A message without a schema takes anything. */
function diffMessage(base: unknown, head: unknown, at: readonly string[], context: MessageContext): void {
  const schema = (message: unknown): JsonObject => (isRecord(message) && isRecord(message.schema) ? message.schema : {});
  const here = [...at, 'schema'];
  diffSchema(
    { document: context.base, schema: schema(base), at: here },
    { document: context.head, schema: schema(head), at: here },
    context,
  );
}

/** A body or a response, after following its reference. */
function resolved(document: JsonObject, value: unknown): JsonObject | undefined {
  return isRecord(value) ? resolveSchema({ document, schema: value, at: [] }).schema : undefined;
}
