import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, sha256 } from '../document/text.ts';
import { parseYaml } from '../document/yaml.ts';
import { APIS, type Layout } from '../layout.ts';
import { SpecError } from '../spec-error.ts';
import type { Fragment } from './fragment.ts';
import { type Overlay, overlayFrom } from './overlay.ts';
import type { Source, Sources } from './sources.ts';

/** The fragments that the sources name. One that is missing, unlisted or edited by hand is an error. */
export function loadFragments(layout: Layout, sources: Sources): (Fragment & { source: Source })[] {
  const listed = Object.entries(sources.operations);
  const strays = yamlFiles(layout.upstream).filter((file) => !Object.hasOwn(sources.operations, file.replace(/\.yaml$/, '')));
  if (strays.length > 0) throw new SpecError('fragments that openapi/sources.yaml does not list', strays);
  return listed.map(([name, source]) => {
    const text = readText(join(layout.upstream, `${name}.yaml`));
    if (text === undefined) throw new SpecError(`openapi/upstream/${name}.yaml is missing`);
    if (sha256(text) !== source.sha256)
      throw new SpecError(
        `openapi/upstream/${name}.yaml is not what openapi/sources.yaml says it is; upstream is not edited by hand, overlays are`,
      );
    return { name, source, evidence: source.evidence, document: parseYaml(text, `openapi/upstream/${name}.yaml`) };
  });
}

/** The overlays, in the order of their names. */
export function loadOverlays(layout: Layout, sources: Sources): Overlay[] {
  const known = [...APIS.map((api) => `${api}.yaml`), ...Object.keys(sources.operations).map((name) => `upstream/${name}.yaml`)];
  return yamlFiles(layout.overlays).map((file) => {
    const overlay = overlayFrom(parseYaml(readText(join(layout.overlays, file)) ?? '', `openapi/overlays/${file}`), file);
    if (!known.includes(overlay.extends)) throw new SpecError(`overlays/${file}: ${overlay.extends}, which it extends, is gone`);
    return overlay;
  });
}

function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
