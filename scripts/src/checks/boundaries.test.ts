import { describe, expect, it } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { boundaryBreaches } from './boundaries.ts';

const manifest = (...entries: string[]): string =>
  JSON.stringify({
    exports: Object.fromEntries(
      entries.map((entry) => [entry, { default: `./dist/${entry === '.' ? 'index' : entry.slice(2)}.js` }]),
    ),
  });

const SOUND = {
  'packages/types/package.json': manifest('.'),
  'packages/types/src/index.ts': 'export type A = 1;',
  'packages/client/package.json': manifest('.'),
  'packages/client/src/index.ts': "import type { A } from '@mountsea-suno/types';\nexport const a: A = 1;",
  'packages/client/test/client.int.test.ts': "import '@mountsea-suno/sandbox';",
  'packages/client/tsdown.config.ts': "import '../../tsdown.base.ts';",
  'packages/sandbox/package.json': manifest('.', './node'),
  'packages/sandbox/src/index.ts': "export * from './core.ts';",
  'packages/sandbox/src/core.ts': 'export const core = 1;',
  'packages/sandbox/src/node.ts': "import 'node:http';\nimport './core.ts';",
};

function breaches(added: Record<string, string> = {}): string[] {
  const files = { ...SOUND, ...added };
  return boundaryBreaches(aFolder(files), Object.keys(files));
}

describe('boundaryBreaches', () => {
  it('is content with the directions of the design', () => {
    expect(breaches()).toEqual([]);
  });

  it.each([
    ['the sandbox reading the client', 'packages/sandbox/src/core.ts', "import { x } from '@mountsea-suno/client';"],
    ['the sandbox reading the client in a test', 'packages/sandbox/src/core.test.ts', "import '@mountsea-suno/client';"],
    ['types only', 'packages/sandbox/src/core.ts', "import type { x } from '@mountsea-suno/types';"],
    ['a lower storey reading a higher one', 'packages/types/src/index.ts', "export * from '@mountsea-suno/client';"],
    ['a deep entry', 'packages/client/src/index.ts', "import '@mountsea-suno/workflow/node';"],
    ['a dynamic import', 'packages/client/src/index.ts', "export const load = () => import('@mountsea-suno/cli');"],
    ['require', 'packages/client/src/index.ts', "const x = require('@mountsea-suno/sandbox');"],
    ['a type by import()', 'packages/client/src/index.ts', "export type X = import('@mountsea-suno/sandbox').X;"],
    ['a way around the name', 'packages/client/src/index.ts', "import '../../sandbox/src/core.ts';"],
    ['the sandbox in source, not in a test', 'packages/client/src/index.ts', "import '@mountsea-suno/sandbox';"],
  ])('catches %s', (_what, file, text) => {
    expect(breaches({ [file]: text })).toEqual([expect.stringContaining(`${file} imports `)]);
  });

  it.each([
    [
      'directly',
      { 'packages/sandbox/src/index.ts': "import 'node:fs';" },
      "sandbox '.' is for any platform: packages/sandbox/src/index.ts → node:fs",
    ],
    [
      'by a file between',
      { 'packages/sandbox/src/core.ts': "import fs from 'fs/promises';" },
      "sandbox '.' is for any platform: packages/sandbox/src/index.ts → packages/sandbox/src/core.ts → fs/promises",
    ],
  ])('catches a neutral entry that reaches Node %s', (_how, added, finding) => {
    expect(breaches(added)).toEqual([finding]);
  });

  it('wants a rule for every package', () => {
    const added = { 'packages/extra/package.json': manifest('.'), 'packages/extra/src/index.ts': '' };
    expect(breaches(added)).toEqual(['packages/extra: no rule says what it may import']);
  });
});
