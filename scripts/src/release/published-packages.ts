import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valid } from 'semver';
import { isRecord, objectAt } from '../contract/document.ts';
import type { Level } from '../diff/level.ts';

const TYPES = '@mountsea-suno/types';
const SANDBOX = '@mountsea-suno/sandbox';

/** A package that is published, as its `package.json` has it. */
export interface PublishedPackage {
  /** The path of its `package.json`, relative to the root. */
  file: string;
  name: string;
  version: string;
  /** Whether it comes with types, so that its signatures may show those of its dependencies. */
  typed: boolean;
  /** What users install with it: dependencies, optional dependencies and peers, each with its range. */
  dependencies: { kind: string; name: string; range: string }[];
}

const KINDS = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** The packages of the repository that are published, by path. */
export function publishedPackages(root: string): PublishedPackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .sort()
    .flatMap((file) => {
      const manifest: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
      if (!isRecord(manifest) || manifest.private === true || typeof manifest.name !== 'string') return [];
      const dependencies = KINDS.flatMap((kind) =>
        Object.entries(objectAt(manifest, kind)).map(([name, range]) => ({ kind, name, range: String(range) })),
      );
      const { name, version, types } = manifest;
      return [{ file: file.replaceAll('\\', '/'), name, version: String(version), typed: types !== undefined, dependencies }];
    });
}

/**
 * The packages that a bump of the contract concerns, each with its own bump. They are the types, every library whose signatures show
 * them (a training takes a client, and a client takes and returns the types), and the sandbox, which serves the contract and does not
 * show it in its types. `changeset version` gives a dependent a patch, whatever its dependency gets, so all of them have to be named.
 */
export function affectedPackages(root: string, bump: Level): Map<string, Level> {
  const affected = new Map<string, Level>();
  if (bump === 'none') return affected;
  const packages = publishedPackages(root);
  for (const { name } of packages) {
    if (name === TYPES) affected.set(name, bump);
    else if (bump !== 'patch' && showsTypes(name, packages)) affected.set(name, bump);
    else if (name === SANDBOX) affected.set(name, bump === 'patch' ? 'patch' : 'minor');
  }
  return affected;
}

/** Whether a package is the types, or has types of its own and depends on one that shows them. */
function showsTypes(name: string, packages: readonly PublishedPackage[]): boolean {
  if (name === TYPES) return true;
  const found = packages.find((candidate) => candidate.name === name);
  return found?.typed === true && found.dependencies.some((dependency) => showsTypes(dependency.name, packages));
}

/**
 * One line for each published dependency that allows a single version. It would keep users from fixes, and give them a second copy of
 * what they have already. The lock file pins what the repository itself is tested with.
 */
export function pinnedDependencies(root: string): string[] {
  return publishedPackages(root).flatMap(({ file, dependencies }) =>
    dependencies
      .filter(({ range }) => valid(range.replace(/^=/, '')) !== null)
      .map(({ kind, name, range }) => `${file}: ${kind} has ${name} ${range}; a published dependency is a range: ^${range}`),
  );
}
