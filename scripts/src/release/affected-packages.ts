import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../diff/level.ts';
import { isRecord } from '../document/json.ts';

const TYPES = '@mountsea-suno/types';
const SANDBOX = '@mountsea-suno/sandbox';

/**
 * The packages that a bump of the contract concerns, each with its own: the types; every package whose source takes types from
 * them, as its signatures show them; the sandbox, which serves the contract and shows none of it in its types.
 */
export function affectedPackages(root: string, bump: Level): Map<string, Level> {
  const packages = new Map<string, Level>();
  if (bump === 'none') return packages;
  for (const manifest of globSync('packages/*/package.json', { cwd: root }).sort()) {
    const { name, private: hidden, dependencies, peerDependencies } = readManifest(join(root, manifest));
    if (typeof name !== 'string' || hidden === true) continue;
    const uses = [dependencies, peerDependencies].some((list) => isRecord(list) && Object.hasOwn(list, TYPES));
    if (name === TYPES) packages.set(name, bump);
    else if (uses && bump !== 'patch') packages.set(name, bump);
    else if (name === SANDBOX) packages.set(name, bump === 'patch' ? 'patch' : 'minor');
  }
  return packages;
}

function readManifest(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'));
}
