import { isRecord, type JsonObject, objectAt } from '../document/json.ts';
import { diffSchema, type SchemaContext } from './diff-schema.ts';

/** A schema context with the two documents that the schemas stand in. */
export interface MessageContext extends SchemaContext {
  base: JsonObject;
  head: JsonObject;
}

/** Compares the media types of a body or an answer, and their schemas. */
export function diffContent(base: JsonObject, head: JsonObject, at: readonly string[], context: MessageContext): void {
  const [before, after] = [objectAt(base, 'content'), objectAt(head, 'content')];
  for (const type of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = [...at, 'content', type];
    if (before[type] === undefined) context.report(`${context.direction}-media-type-added`, here);
    else if (after[type] === undefined) context.report(`${context.direction}-media-type-removed`, here);
    else diffMessage(before[type], after[type], here, context);
  }
}

/** Compares the schemas of two messages; a missing one takes anything. */
export function diffMessage(base: unknown, head: unknown, at: readonly string[], context: MessageContext): void {
  const schema = (message: unknown): JsonObject => (isRecord(message) && isRecord(message.schema) ? message.schema : {});
  const here = [...at, 'schema'];
  diffSchema(
    { document: context.base, schema: schema(base), at: here },
    { document: context.head, schema: schema(head), at: here },
    context,
  );
}
