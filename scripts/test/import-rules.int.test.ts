import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from './support/a-folder.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const manifest = (...entries: string[]): string =>
  JSON.stringify({
    exports: Object.fromEntries(
      entries.map((entry) => [entry, { default: `./dist/${entry === '.' ? 'index' : entry.slice(2)}.js` }]),
    ),
  });

const SOUND = {
  'tsdown.base.ts': 'export const library = 1;',
  'packages/types/package.json': manifest('.'),
  'packages/types/src/index.ts': 'export type A = 1;',
  'packages/internal/package.json': JSON.stringify({ exports: { '.': './src/index.ts', './node': './src/node.ts' } }),
  'packages/internal/src/index.ts': 'export const printable = 1;',
  'packages/internal/src/node.ts': "export * from 'node:fs';",
  'packages/client/package.json': manifest('.', './log'),
  'packages/client/src/index.ts':
    "import { printable } from '@mountsea-suno/internal';\nimport type { A } from '@mountsea-suno/types';\nexport const a: A = printable;",
  'packages/client/src/log.ts': "import pino from 'pino';\nexport const log = pino;",
  'packages/client/test/client.int.test.ts': "import '@mountsea-suno/sandbox/node';\nimport 'node:fs';",
  'packages/client/tsdown.config.ts': "import '../../tsdown.base.ts';",
  'packages/sandbox/package.json': manifest('.', './node'),
  'packages/sandbox/src/index.ts': "export * from './core/core.ts';",
  'packages/sandbox/src/core/core.ts': 'export const core = 1;',
  'packages/sandbox/src/node.ts': "import 'node:http';\nimport './core/core.ts';",
  'packages/sandbox/src/core/core.test.ts': "import '../node.ts';\nimport 'node:fs';",
  'packages/workflow/package.json': manifest('.', './node'),
  'packages/workflow/src/index.ts': "export * from '@mountsea-suno/client';",
  'packages/workflow/src/node.ts': "export * from '@mountsea-suno/internal/node';",
  'scripts/src/check.ts': "import '@mountsea-suno/sandbox/node';",
  'bench/src/main.ts': "import '@mountsea-suno/workflow';",
  'e2e/packed/src/pack.ts': "import 'node:fs';",
  'examples/train.ts': "import '@mountsea-suno/workflow/node';",
};

/** What the rules of a config find in a folder with the sound files and more, as `rule: from → to`. */
function breaches(added: Readonly<Record<string, string>> = {}, config = 'files'): string[] {
  const args = ['--config', join(root, `.dependency-cruiser/${config}.mjs`), '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args, 'packages', 'scripts', 'bench', 'e2e', 'examples'], {
    cwd: aFolder({ ...SOUND, ...added }),
    encoding: 'utf8',
  });
  if (!stdout.startsWith('{')) return [stderr.trim()];
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

it('allow every import of this repository', () => {
  expect(breaches()).toEqual([]);
  expect(breaches({}, 'folders')).toEqual([]);
});

/** Each stands in a file of its own: what it is, the file, its text, and the rules that name it. */
const WRONG: readonly (readonly [what: string, file: string, text: string, ...rules: string[]])[] = [
  ['the sandbox reading the client', 'packages/sandbox/src/a.ts', "import '@mountsea-suno/client';", 'sandbox-imports'],
  ['the sandbox reading internal', 'packages/sandbox/src/b.ts', "import '@mountsea-suno/internal';", 'sandbox-imports'],
  [
    'the sandbox reading the client in a test',
    'packages/sandbox/src/c.test.ts',
    "import '@mountsea-suno/client';",
    'sandbox-tests-import',
  ],
  [
    'the same in a helper of tests',
    'packages/sandbox/test/support/d.ts',
    "import '@mountsea-suno/client';",
    'sandbox-tests-import',
  ],
  ['types only', 'packages/sandbox/src/e.ts', "import type { A } from '@mountsea-suno/types';", 'sandbox-imports'],
  ['a lower layer reading a higher one', 'packages/types/src/f.ts', "export * from '@mountsea-suno/client';", 'types-imports'],
  ['internal reading one of ours', 'packages/internal/src/g.ts', "export * from '@mountsea-suno/types';", 'internal-imports'],
  ['an entry beside the main one', 'packages/client/src/h.ts', "import '@mountsea-suno/workflow/node';", 'client-imports'],
  [
    'a dynamic import',
    'packages/client/src/i.ts',
    "export const load = () => import('@mountsea-suno/workflow');",
    'client-imports',
  ],
  ['require', 'packages/client/src/j.ts', "const x = require('@mountsea-suno/sandbox');", 'client-imports'],
  ['a type by import()', 'packages/client/src/k.ts', "export type X = import('@mountsea-suno/sandbox').X;", 'client-imports'],
  ['the sandbox in source, not in a test', 'packages/client/src/l.ts', "import '@mountsea-suno/sandbox';", 'client-imports'],
  [
    'a relative path into another package',
    'packages/workflow/src/m.ts',
    "import '../../client/src/index.ts';",
    'only-by-its-name',
  ],
  ['the inside of a package by its name', 'packages/workflow/src/n.ts', "import '@mountsea-suno/internal/g';", 'only-an-entry'],
  ['an entry that is not there', 'packages/workflow/src/o.ts', "import '@mountsea-suno/client/testing';", 'no-such-entry'],
  ['settings reading a package', 'packages/types/tsdown.config.ts', "import '@mountsea-suno/sandbox';", 'types-settings-import'],
  [
    'a package reading a folder beside the packages',
    'packages/client/src/p.ts',
    "import '../../../scripts/src/check.ts';",
    'client-imports',
  ],
  ['scripts reading the client', 'scripts/src/q.ts', "import '@mountsea-suno/client';", 'scripts-imports'],
  [
    'bench reading the inside of a package',
    'bench/src/r.ts',
    "import '../../packages/workflow/src/o.ts';",
    'only-an-entry',
    'only-by-its-name',
  ],
  ['e2e reading scripts', 'e2e/packed/src/s.ts', "import '../../../scripts/src/check.ts';", 'e2e-imports'],
  [
    'an example reading a package that is not published',
    'examples/t.ts',
    "import '@mountsea-suno/internal';",
    'examples-imports',
  ],
  ['an example reading the inside of a package', 'examples/u.ts', "import '@mountsea-suno/workflow/o';", 'only-an-entry'],
];

it('name every import that runs against them', () => {
  const found = breaches(Object.fromEntries(WRONG.map(([, file, text]) => [file, text])));
  for (const [what, file, , ...rules] of WRONG) {
    const named = found.filter((line) => line.includes(`: ${file} → `)).map((line) => line.split(':')[0]);
    expect(named, what).toEqual(rules);
  }
  expect(found).toHaveLength(WRONG.flatMap(([, , , ...rules]) => rules).length);
});

it('name circles of two files, of three, and of types only', () => {
  const folder = 'packages/types/src';
  const found = breaches({
    [`${folder}/one/a.ts`]: "import './b.ts';",
    [`${folder}/one/b.ts`]: "import './a.ts';",
    [`${folder}/two/a.ts`]: "import './b.ts';",
    [`${folder}/two/b.ts`]: "export * from './c.ts';",
    [`${folder}/two/c.ts`]: "import './a.ts';",
    [`${folder}/three/a.ts`]: "import type { B } from './b.ts';\nexport type A = B;",
    [`${folder}/three/b.ts`]: "export type B = import('./a.ts').A;",
  });
  expect(found.map((line) => /^no-circle: packages\/types\/src\/(\w+)\//.exec(line)?.[1])).toEqual(['one', 'three', 'two']);
});

it('name a circle of folders whose files make none', () => {
  const [one, two] = ['packages/types/src/one', 'packages/types/src/two'];
  const planted = { [`${one}/a.ts`]: "import '../two/b.ts';", [`${one}/c.ts`]: '', [`${two}/b.ts`]: '' };
  const back = "import '../one/c.ts';";
  expect(breaches({ ...planted, [`${two}/d.ts`]: back })).toEqual([]);
  const expected = [`no-circle-of-folders: ${one} → ${two}`, `no-circle-of-folders: ${two} → ${one}`];
  expect(breaches({ ...planted, [`${two}/d.ts`]: back }, 'folders')).toEqual(expected);
  // A test may look from anywhere.
  expect(breaches({ ...planted, [`${two}/d.test.ts`]: back }, 'folders')).toEqual([]);
});

it.each([
  ['directly', 'packages/sandbox/src/index.ts', "import 'node:fs';", 'packages/sandbox/src/index.ts → fs'],
  ['by a name without node:', 'packages/client/src/log.ts', "import 'fs/promises';", 'packages/client/src/log.ts → fs/promises'],
  [
    'by a file between',
    'packages/sandbox/src/core/core.ts',
    "import 'node:sqlite';",
    'packages/sandbox/src/index.ts → node:sqlite',
  ],
  [
    'by a package between',
    'packages/workflow/src/index.ts',
    "import '@mountsea-suno/internal/node';",
    'packages/workflow/src/index.ts → fs',
  ],
])('name an entry for any platform that reaches Node %s', (_how, file, text, breach) => {
  expect(breaches({ [file]: text })).toEqual([`any-platform: ${breach}`]);
});

it('want a rule for every package', () => {
  const added = { 'packages/extra/package.json': manifest('.'), 'packages/extra/src/index.ts': '' };
  expect(breaches(added)).toEqual([expect.stringContaining('packages/extra: no rule says what it may import')]);
});
