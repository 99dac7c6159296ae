import { isDeepStrictEqual } from 'node:util';
import { sameMeaning } from '../document/equal.ts';
import { isRecord, type JsonObject, objectAt } from '../document/json.ts';
import { type Change, type Report, reporter } from './change.ts';
import { diffSchema } from './diff-schema.ts';

/** Compares the names of the schemas, which callers can say, and the schemas that no operation reaches. */
export function diffComponents(base: JsonObject, head: JsonObject, reached: ReadonlySet<string>): Change[] {
  const changes: Change[] = [];
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
    if (isRecord(schema) && isRecord(other) && !reached.has(name)) changes.push(...unreached(base, head, name, schema, other));
  }
  diffSecuritySchemes(base, head, report);
  return changes;
}

/** A schema outside of every operation has no direction: both are tried, and the worse one counts. */
function unreached(base: JsonObject, head: JsonObject, name: string, left: JsonObject, right: JsonObject): Change[] {
  const changes: Change[] = [];
  for (const direction of ['request', 'response'] as const) {
    const context = { direction, report: reporter(changes, direction), seen: new Set<string>() };
    diffSchema({ document: base, schema: left, at: at(name) }, { document: head, schema: right, at: at(name) }, context);
  }
  return changes;
}

/** What a scheme is called and how a bearer token is described says nothing to a client. */
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

function schemasOf(document: JsonObject): JsonObject {
  return objectAt(document.components, 'schemas');
}

function at(name: string): string[] {
  return ['components', 'schemas', name];
}
