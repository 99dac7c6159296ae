import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../diff/level.ts';
import { isRecord } from '../document/json.ts';

const TYPES = '@mountsea-suno/types';
const SANDBOX = '@mountsea-suno/sandbox';

type Manifest = Record<string, unknown>;

/**
 * The packages that a bump of the contract concerns, each with its own: the types; every library above them, as its signatures
 * show what they stand on (a training takes a client, a client takes and gives the types); the sandbox, which serves the contract
 * and shows none of it in its types. `changeset version` gives a dependent a patch whatever its dependency gets, so all are named.
 */
export function affectedPackages(root: string, bump: Level): Map<string, Level> {
  const packages = new Map<string, Level>();
  if (bump === 'none') return packages;
  const manifests = globSync('packages/*/package.json', { cwd: root })
    .sort()
    .map((file): Manifest => JSON.parse(readFileSync(join(root, file), 'utf8')));
  for (const { name, private: hidden } of manifests) {
    if (typeof name !== 'string' || hidden === true) continue;
    if (name === TYPES) packages.set(name, bump);
    else if (bump !== 'patch' && shows(name, manifests)) packages.set(name, bump);
    else if (name === SANDBOX) packages.set(name, bump === 'patch' ? 'patch' : 'minor');
  }
  return packages;
}

/** Whether a package is the types, or has types of its own and depends on one that shows them. */
function shows(name: string, manifests: readonly Manifest[]): boolean {
  if (name === TYPES) return true;
  const { types, dependencies, peerDependencies } = manifests.find((manifest) => manifest.name === name) ?? {};
  return (
    types !== undefined &&
    [dependencies, peerDependencies].some((list) => isRecord(list) && Object.keys(list).some((other) => shows(other, manifests)))
  );
}
