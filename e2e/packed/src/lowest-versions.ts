import { minVersion } from 'semver';

/** What a package.json says of a package. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * The lowest version of each dependency, peers included, that the packages say they work with. Their dependencies on one another are left out, because
 * those come as tarballs. One folder holds one version, so it is an error when two packages start a dependency at different versions: the lower one
 * would never be tested.
 */
export function lowestVersions(
  manifests: readonly Pick<Manifest, 'name' | 'dependencies' | 'peerDependencies'>[],
): Map<string, string> {
  const ours = new Set(manifests.map(({ name }) => name));
  const found = new Map<string, { version: string; by: string }>();
  for (const { name: by, dependencies, peerDependencies } of manifests) {
    for (const [name, range] of Object.entries({ ...dependencies, ...peerDependencies })) {
      if (ours.has(name)) continue;
      const version = minVersion(range)?.version;
      if (version === undefined) throw new Error(`${by} asks for ${name} ${range}, which no version satisfies.`);
      const other = found.get(name);
      if (other !== undefined && other.version !== version)
        throw new Error(
          `${name} starts at ${other.version} in ${other.by} and at ${version} in ${by}. Give both the same range.`,
        );
      found.set(name, { version, by });
    }
  }
  return new Map([...found].map(([name, { version }]) => [name, version]));
}
