import { SpecError } from '../errors.ts';
import { readText } from '../files.ts';
import { APIS, type Api, type Layout, shownPath } from '../layout.ts';
import { assemble } from './assemble.ts';
import type { JsonObject } from './document.ts';
import { loadOverlays, unusedDescriptions } from './overlays.ts';
import { fragmentsOf, readUpstream, type Upstream } from './upstream.ts';
import { parseYaml, writeYaml } from './yaml.ts';

/** The documents of the contract, one for each API. */
export type Documents = Record<Api, JsonObject>;

/** The documents as the fragments and overlays make them, and the descriptions of overlays that they do not show. */
export interface Assembled {
  documents: Documents;
  unused: string[];
}

/** Assembles both documents from the fragments and from the overlays in `openapi/`. Writes nothing. */
export function assembleAll(layout: Layout, upstream: Upstream = readUpstream(layout)): Assembled {
  const fragments = fragmentsOf(upstream);
  const overlays = loadOverlays(layout, upstream.sources);
  const one = (api: Api): JsonObject =>
    assemble(
      api,
      fragments.filter(({ source }) => source.api === api),
      overlays,
    );
  const documents = { suno: one('suno'), usage: one('usage') };
  return { documents, unused: unusedDescriptions(Object.values(documents), overlays) };
}

/** The texts of the assembled documents, by file. */
export function documentFiles(layout: Layout, documents: Documents): Map<string, string> {
  const header = '# Assembled from openapi/upstream and openapi/overlays by `npm run generate`. Do not edit.\n';
  return new Map(APIS.map((api) => [layout.document(api), header + writeYaml(documents[api])]));
}

/** The assembled documents as they are on disk. */
export function readDocuments(layout: Layout): Documents {
  return { suno: readDocument(layout, layout.document('suno')), usage: readDocument(layout, layout.document('usage')) };
}

/** The documents of the last release. */
export function readReleased(layout: Layout): Documents {
  return { suno: readDocument(layout, layout.released('suno')), usage: readDocument(layout, layout.released('usage')) };
}

function readDocument(layout: Layout, file: string): JsonObject {
  const text = readText(file);
  if (text === undefined) throw new SpecError(`${shownPath(layout, file)} is missing`);
  return parseYaml(text, shownPath(layout, file));
}
