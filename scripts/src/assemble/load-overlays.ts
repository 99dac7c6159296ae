import { join } from 'node:path';
import { readText } from '../document/text.ts';
import { parseYaml } from '../document/yaml.ts';
import { APIS, type Layout } from '../layout.ts';
import { SpecError } from '../spec-error.ts';
import { type Overlay, overlayFrom } from './overlay.ts';
import type { Sources } from './sources.ts';
import { yamlFiles } from './yaml-files.ts';

/** The overlays, in the order of their names. One that extends something unknown is an error. */
export function loadOverlays(layout: Layout, sources: Sources): Overlay[] {
  const known = [...APIS.map((api) => `${api}.yaml`), ...Object.keys(sources.operations).map((name) => `upstream/${name}.yaml`)];
  return yamlFiles(layout.overlays).map((file) => {
    const overlay = overlayFrom(parseYaml(readText(join(layout.overlays, file)) ?? '', `openapi/overlays/${file}`), file);
    if (!known.includes(overlay.extends)) throw new SpecError(`overlays/${file}: ${overlay.extends}, which it extends, is gone`);
    return overlay;
  });
}
