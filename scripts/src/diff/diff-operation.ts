import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject, objectAt } from '../document/json.ts';
import type { LocatedOperation } from '../document/operations.ts';
import { type Change, type Report, reporter } from './change.ts';
import { diffAnnotations, OTHER_ANNOTATIONS } from './diff-annotations.ts';
import { diffContent, type MessageContext } from './diff-content.ts';
import { diffParameters } from './diff-parameters.ts';
import { resolveSchema } from './placed.ts';

const KNOWN: ReadonlySet<string> = new Set([
  ...OTHER_ANNOTATIONS,
  'deprecated',
  'operationId',
  'parameters',
  'requestBody',
  'responses',
  'security',
]);

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
  unknownKeys(before, after, KNOWN, at, both);

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

/** Reports keys that no rule looks at and that differ. */
export function unknownKeys(
  base: JsonObject,
  head: JsonObject,
  known: ReadonlySet<string>,
  at: readonly string[],
  report: Report,
): void {
  for (const key of new Set([...Object.keys(base), ...Object.keys(head)])) {
    if (known.has(key) || key.startsWith('x-') || isDeepStrictEqual(base[key], head[key])) continue;
    report('unknown-change', [...at, key], { before: base[key], after: head[key] });
  }
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

/** A body or an answer, its reference followed. */
function resolved(document: JsonObject, value: unknown): JsonObject | undefined {
  return isRecord(value) ? resolveSchema({ document, schema: value, at: [] }).schema : undefined;
}
