import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages, root, run } from '../src/pack.ts';

const script = join(root, 'scripts', 'src', 'doc-examples.ts');

/** The published libraries, and how many examples each has at the least: fewer would mean that the check no longer finds them. */
const fewest: Readonly<Record<string, number>> = { client: 80, hosting: 45, sandbox: 45, types: 40, workflow: 70 };

test('every library is looked at', () => {
  const libraries = publishedPackages().map((folder) => basename(folder));
  expect(libraries.filter((name) => name !== 'cli').sort()).toEqual(Object.keys(fewest));
});

test.each(Object.entries(fewest))(
  'every public symbol of %s has a comment and an example that compiles and runs',
  async (name, least) => {
    const { stdout } = await run(process.execPath, ['--no-warnings', script, join(root, 'packages', name)]);
    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(least);
  },
);
