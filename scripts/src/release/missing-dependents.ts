import { globSync } from 'node:fs';
import { join } from 'node:path';
import { inc, satisfies } from 'semver';
import { parseYaml } from '../contract/yaml.ts';
import { LEVELS, type Level, largest } from '../diff/level.ts';
import { readText } from '../files.ts';
import { publishedPackages } from './published-packages.ts';

/**
 * One line for each package that the pending changesets miss. When a release leaves the range in which a typed package takes it, as a
 * dependency or as a peer, users of that package get the new one along with it, so its bump has to be as large. `changeset version`
 * gives it a patch only, and a patch must not replace the client that a training takes.
 */
export function missingDependents(root: string): string[] {
  const pending = pendingLevels(root);
  const packages = publishedPackages(root);
  return packages.flatMap((dependent) =>
    dependent.dependencies.flatMap(({ name, range }) => {
      const dependency = packages.find((candidate) => candidate.name === name);
      const level = pending.get(name) ?? 'none';
      if (!dependency || !dependent.typed || level === 'none') return [];
      const version = inc(dependency.version, level);
      const own = pending.get(dependent.name) ?? 'none';
      if (version === null || satisfies(version, range) || largest([own, level]) === own) return [];
      return [
        `.changeset: ${name} ${version} leaves the range ${range} of ${dependent.name}; name '${dependent.name}': ${level} too, and say what its users notice`,
      ];
    }),
  );
}

/** The bump of each package that the pending changesets name: the largest of them counts. */
function pendingLevels(root: string): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const file of globSync('.changeset/*.md', { cwd: root })) {
    const [, front = ''] = (readText(join(root, file)) ?? '').split(/^---\s*$/m);
    if (/README\.md$/i.test(file) || front.trim() === '') continue;
    for (const [name, value] of Object.entries(parseYaml(front, file))) {
      const level = LEVELS.find((known) => known === value) ?? 'none';
      levels.set(name, largest([levels.get(name) ?? 'none', level]));
    }
  }
  return levels;
}
