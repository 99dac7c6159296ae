import { join } from 'node:path';
import { SpecError } from '../errors.ts';
import { readText, sha256, yamlFiles } from '../files.ts';
import type { Layout } from '../layout.ts';
import { markTexts } from './describe.ts';
import type { JsonObject } from './document.ts';
import { withoutMarks } from './marks.ts';
import { type Evidence, readSources, type Source, type Sources, sourcesText } from './sources.ts';
import { parseYaml } from './yaml.ts';

/** What was published, as the repository keeps it: the sources, and the text of each fragment by the name of its operation. */
export interface Upstream {
  sources: Sources;
  texts: ReadonlyMap<string, string>;
}

/** The OpenAPI document of one page. */
export interface Fragment {
  /** The operation's short name, as in `upstream/<name>.yaml`. */
  name: string;
  evidence: Evidence;
  document: JsonObject;
}

/** Reads the fragments that the sources name. A fragment that is missing, not listed or edited by hand is an error. */
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
        `openapi/upstream/${name}.yaml does not have the hash that openapi/sources.yaml gives. Restore it, and put the change into an overlay: upstream is never edited by hand`,
      );
    texts.set(name, text);
  }
  return { sources, texts };
}

/**
 * The fragments, parsed. Whatever looks like a mark of ours is removed from a published one. In a transcribed one the descriptions are
 * ours, and are marked as such.
 */
export function fragmentsOf({ sources, texts }: Upstream): (Fragment & { source: Source })[] {
  return Object.entries(sources.operations).map(([name, source]) => {
    const document = parseYaml(texts.get(name) ?? '', `openapi/upstream/${name}.yaml`);
    const { evidence } = source;
    return {
      name,
      source,
      evidence,
      document: evidence === 'published' ? (withoutMarks(document) as JsonObject) : markTexts(document),
    };
  });
}

/** The files that hold what was published: a text to write, or undefined for a fragment that goes. */
export function upstreamFiles(layout: Layout, before: Upstream, after: Upstream): Map<string, string | undefined> {
  const files = new Map<string, string | undefined>([[layout.sources, sourcesText(after.sources)]]);
  const file = (name: string): string => join(layout.upstream, `${name}.yaml`);
  for (const name of before.texts.keys()) files.set(file(name), undefined);
  for (const [name, text] of after.texts) files.set(file(name), text);
  return files;
}
