import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject, objectAt, resolvePointer, schemaName } from '../contract/document.ts';
import { sameMeaning } from '../contract/same-meaning.ts';
import { type Change, type Report, reporter } from './change.ts';
import { diffSchema } from './diff-schema.ts';

/** Compares the names of the schemas, which callers can write, and the schemas that no operation uses. */
export function diffComponents(base: JsonObject, head: JsonObject): Change[] {
  const changes: Change[] = [];
  const used = usedSchemas(base);
  const report = reporter(changes, 'both');
  const [before, after] = [schemasOf(base), schemasOf(head)];
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const added = new Set(Object.keys(after).filter((name) => !Object.hasOwn(before, name)));
  for (const name of gone) {
    const renamed = [...added].find((other) => sameMeaning(before[name], after[other]));
    if (renamed === undefined) report('component-schema-removed', at(name));
    else report('component-schema-renamed', at(renamed), { before: name, after: renamed });
    if (renamed !== undefined) added.delete(renamed);
  }
  for (const name of added) report('component-schema-added', at(name));
  for (const [name, schema] of Object.entries(before)) {
    const other = after[name];
    if (isRecord(schema) && isRecord(other) && !used.has(name)) changes.push(...diffUnused(base, head, name, schema, other));
  }
  diffSecuritySchemes(base, head, report);
  return changes;
}

/** A schema outside of every operation has no direction, so both are tried, and the larger level counts. */
function diffUnused(base: JsonObject, head: JsonObject, name: string, left: JsonObject, right: JsonObject): Change[] {
  const changes: Change[] = [];
  for (const direction of ['request', 'response'] as const) {
    const context = { direction, report: reporter(changes, direction), seen: new Set<string>() };
    diffSchema({ document: base, schema: left, at: at(name) }, { document: head, schema: right, at: at(name) }, context);
  }
  return changes;
}

/** The description of a scheme and of the format of its token does not change what a client sends. */
const SCHEME_NOTES = ['description', 'bearerFormat'];

function diffSecuritySchemes(base: JsonObject, head: JsonObject, report: Report): void {
  const [before, after] = [objectAt(base.components, 'securitySchemes'), objectAt(head.components, 'securitySchemes')];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = ['components', 'securitySchemes', name];
    const [left, right] = [before[name], after[name]];
    if (!isRecord(left)) report('security-scheme-added', here);
    else if (!isRecord(right)) report('security-scheme-removed', here);
    else {
      for (const key of SCHEME_NOTES)
        if (!isDeepStrictEqual(left[key], right[key]))
          report('annotation-changed', [...here, key], { before: left[key], after: right[key] });
      if (!isDeepStrictEqual(withoutNotes(left), withoutNotes(right)))
        report('security-scheme-changed', here, { before: left, after: right });
    }
  }
}

function withoutNotes(scheme: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(scheme).filter(([key]) => !SCHEME_NOTES.includes(key) && !key.startsWith('x-')));
}

/** The names of the component schemas that the operations use, directly or through others. */
function usedSchemas(document: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (typeof node.$ref === 'string') {
      const name = schemaName(node);
      if (name !== undefined && names.has(name)) return;
      if (name !== undefined) names.add(name);
      visit(resolvePointer(document, node.$ref));
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(objectAt(document, 'paths'));
  return names;
}

function schemasOf(document: JsonObject): JsonObject {
  return objectAt(document.components, 'schemas');
}

function at(name: string): string[] {
  return ['components', 'schemas', name];
}
