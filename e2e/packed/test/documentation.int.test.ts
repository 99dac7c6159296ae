import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages, root, run } from '../src/pack.ts';

const script = join(root, 'scripts', 'src', 'commands', 'docs.ts');

/** The published libraries, and how many examples each has at the least: fewer would mean that the check no longer finds them. */
const fewest: Readonly<Record<string, number>> = { client: 20, hosting: 20, sandbox: 5, types: 0, workflow: 30 };

test('every library is checked', () => {
  const libraries = publishedPackages().map((folder) => basename(folder));
  expect(libraries.filter((name) => name !== 'cli').sort()).toEqual(Object.keys(fewest));
});

test.each(Object.entries(fewest))(
  'every public symbol of %s has a comment, and the examples that it needs compile and run',
  async (name, least) => {
    const { stdout } = await run(process.execPath, ['--no-warnings', script, join(root, 'packages', name)]);
    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(least);
  },
);
