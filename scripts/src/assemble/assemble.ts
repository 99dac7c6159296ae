import type { JsonObject } from '../document/json.ts';
import type { Api } from '../layout.ts';
import { SpecError } from '../spec-error.ts';
import { liftAlternatives } from './also-accepts.ts';
import type { Fragment } from './fragment.ts';
import { mergeFragments } from './merge-fragments.ts';
import { applyOverlay, type Overlay, targetedSchemas } from './overlay.ts';
import { plainTexts } from './plain-texts.ts';
import { danglingReferences } from './references.ts';

/** One API of the contract: fragments, amended and merged, and the whole amended. */
export function assemble(api: Api, fragments: readonly Fragment[], overlays: readonly Overlay[]): JsonObject {
  const amend = (document: JsonObject, file: string): JsonObject =>
    overlays.filter((overlay) => overlay.extends === file).reduce(applyOverlay, document);
  const amended = fragments.map((fragment) => ({
    ...fragment,
    document: amend(fragment.document, `upstream/${fragment.name}.yaml`),
  }));
  const merged = mergeFragments(amended, targetedSchemas(overlays.filter((overlay) => overlay.extends === `${api}.yaml`)));
  const document = plainTexts(liftAlternatives(amend(merged, `${api}.yaml`))) as JsonObject;
  const dangling = danglingReferences(document);
  if (dangling.length > 0) throw new SpecError(`${api}: references that lead nowhere`, dangling);
  return document;
}
