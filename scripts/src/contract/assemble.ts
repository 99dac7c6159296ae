import { SpecError } from '../errors.ts';
import type { Api } from '../layout.ts';
import { visibleText } from '../printable.ts';
import { liftEnglish } from './describe.ts';
import { isRecord, type JsonObject, resolvePointer } from './document.ts';
import { ALSO_ACCEPTS } from './marks.ts';
import { mergeFragments } from './merge-fragments.ts';
import { applyOverlay, type Overlay, targetedSchemas } from './overlays.ts';
import type { Fragment } from './upstream.ts';

/** Assembles one API of the contract: amends its fragments, merges them, and amends the whole. */
export function assemble(api: Api, fragments: readonly Fragment[], overlays: readonly Overlay[]): JsonObject {
  const amend = (document: JsonObject, file: string): JsonObject =>
    overlays.filter((overlay) => overlay.extends === file).reduce(applyOverlay, document);
  const amended = fragments.map((fragment) => ({
    ...fragment,
    document: amend(fragment.document, `upstream/${fragment.name}.yaml`),
  }));
  const merged = mergeFragments(amended, targetedSchemas(overlays.filter((overlay) => overlay.extends === `${api}.yaml`)));
  const document = visibleTexts(liftEnglish(liftAlternatives(amend(merged, `${api}.yaml`)))) as JsonObject;
  const dangling = danglingReferences(document);
  if (dangling.length > 0) throw new SpecError(`${api}: references whose target does not exist`, dangling);
  return document;
}

/**
 * Turns each `x-also-accepts` into an `anyOf` of the published schema and the other one. It follows a published enum as it grows,
 * which an overlay with a copy of the enum would not. Description, example, deprecation and our marks stay outside of the `anyOf`.
 */
function liftAlternatives(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(liftAlternatives);
  if (!isRecord(node)) return node;
  const lifted = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, liftAlternatives(value)]));
  const { [ALSO_ACCEPTS]: other, ...rest } = lifted;
  if (other === undefined) return lifted;
  const isOutside = ([key]: [string, unknown]): boolean => OUTSIDE.has(key) || key.startsWith('x-');
  const outside = Object.fromEntries(Object.entries(rest).filter(isOutside));
  const published = Object.fromEntries(Object.entries(rest).filter((entry) => !isOutside(entry)));
  const alternatives = Array.isArray(published.anyOf) && Object.keys(published).length === 1 ? published.anyOf : [published];
  return { ...outside, anyOf: [...alternatives, other] };
}

const OUTSIDE: ReadonlySet<string> = new Set(['description', 'example', 'deprecated']);

/** The same data, with the invisible characters removed from every text. */
function visibleTexts(node: unknown): unknown {
  if (typeof node === 'string') return visibleText(node);
  if (Array.isArray(node)) return node.map(visibleTexts);
  if (!isRecord(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visibleTexts(value)]));
}

/** Every `$ref` that points outside of the document, or to nothing. */
function danglingReferences(document: JsonObject): string[] {
  const dangling = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (typeof node.$ref === 'string' && resolvePointer(document, node.$ref) === undefined) dangling.add(node.$ref);
    for (const value of Object.values(node)) visit(value);
  };
  visit(document);
  return [...dangling].sort();
}
