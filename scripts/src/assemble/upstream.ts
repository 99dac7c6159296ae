import { join } from 'node:path';
import type { JsonObject } from '../document/json.ts';
import { withoutMarks } from '../document/marks.ts';
import { readText, sha256 } from '../document/text.ts';
import { parseYaml } from '../document/yaml.ts';
import type { Layout } from '../layout.ts';
import { SpecError } from '../spec-error.ts';
import type { Fragment } from './fragment.ts';
import { readSources, type Source, type Sources, sourcesText } from './sources.ts';
import { yamlFiles } from './yaml-files.ts';

/** What upstream publishes, as the repository keeps it: where from, and the text of each fragment by operation name. */
export interface Upstream {
  sources: Sources;
  texts: ReadonlyMap<string, string>;
}

/** Reads the fragments that the sources name. One that is missing, unlisted or edited by hand is an error. */
export function readUpstream(layout: Layout): Upstream {
  const sources = readSources(layout);
  const strays = yamlFiles(layout.upstream).filter((file) => !Object.hasOwn(sources.operations, file.replace(/\.yaml$/, '')));
  if (strays.length > 0) throw new SpecError('fragments that openapi/sources.yaml does not list', strays);
  const texts = new Map<string, string>();
  for (const [name, source] of Object.entries(sources.operations)) {
    const text = readText(join(layout.upstream, `${name}.yaml`));
    if (text === undefined) throw new SpecError(`openapi/upstream/${name}.yaml is missing`);
    if (sha256(text) !== source.sha256)
      throw new SpecError(
        `openapi/upstream/${name}.yaml is not what openapi/sources.yaml says it is; upstream is not edited by hand, overlays are`,
      );
    texts.set(name, text);
  }
  return { sources, texts };
}

/** The fragments, parsed; the published ones without what would pass for a mark of ours. */
export function fragmentsOf({ sources, texts }: Upstream): (Fragment & { source: Source })[] {
  return Object.entries(sources.operations).map(([name, source]) => {
    const document = parseYaml(texts.get(name) ?? '', `openapi/upstream/${name}.yaml`);
    const { evidence } = source;
    return { name, source, evidence, document: evidence === 'published' ? (withoutMarks(document) as JsonObject) : document };
  });
}

/** The files that hold it: a text to write, or undefined for a fragment that goes. */
export function upstreamFiles(layout: Layout, before: Upstream, after: Upstream): Map<string, string | undefined> {
  const files = new Map<string, string | undefined>([[layout.sources, sourcesText(after.sources)]]);
  const file = (name: string): string => join(layout.upstream, `${name}.yaml`);
  for (const name of before.texts.keys()) files.set(file(name), undefined);
  for (const [name, text] of after.texts) files.set(file(name), text);
  return files;
}
