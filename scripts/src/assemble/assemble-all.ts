import type { JsonObject } from '../document/json.ts';
import { readText } from '../document/text.ts';
import { parseYaml, writeYaml } from '../document/yaml.ts';
import { APIS, type Api, type Layout, shownPath } from '../layout.ts';
import { SpecError } from '../spec-error.ts';
import { assemble } from './assemble.ts';
import { loadOverlays } from './load-overlays.ts';
import { fragmentsOf, readUpstream, type Upstream } from './upstream.ts';

/** The documents of the contract, as `openapi/` has them to be. */
export type Documents = Record<Api, JsonObject>;

/** Assembles both documents from fragments and the overlays that lie in `openapi/`. Writes nothing. */
export function assembleAll(layout: Layout, upstream: Upstream = readUpstream(layout)): Documents {
  const fragments = fragmentsOf(upstream);
  const overlays = loadOverlays(layout, upstream.sources);
  const one = (api: Api): JsonObject =>
    assemble(
      api,
      fragments.filter(({ source }) => source.api === api),
      overlays,
    );
  return { suno: one('suno'), usage: one('usage') };
}

/** The files that assembly writes, as text by path. */
export function documentFiles(layout: Layout, documents: Documents): Map<string, string> {
  const header = '# Assembled from openapi/upstream and openapi/overlays by `npm run spec:assemble`. Do not edit.\n';
  return new Map(APIS.map((api) => [layout.document(api), header + writeYaml(documents[api])]));
}

/** The assembled documents as they lie on disk. */
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
