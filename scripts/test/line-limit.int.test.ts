import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from './support/a-folder.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/@biomejs/biome/bin/biome');

it('Biome catches a hand-written file of 401 lines, and no other', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => `export const x${index} = 1;\n`).join('');
  const folder = aFolder({
    'biome.jsonc': readFileSync(join(root, 'biome.jsonc'), 'utf8'),
    'a/at-the-limit.ts': lines(400),
    'a/too-long.test.ts': lines(401),
    'a/no-end.mjs': `${lines(400)}export const y = 1;`,
    'a/with-blank-lines.ts': `${lines(200)}${'\n'.repeat(200)}export const y = 1;\n`,
    'a/made.gen.ts': lines(5000),
    'a/prose.md': 'x\n'.repeat(5000),
  });
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '.'];
  const { stdout } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
  const found = stdout.split('\n').filter((line) => line.includes('noExcessiveLinesPerFile'));
  expect(found.sort()).toEqual([
    expect.stringMatching(/a[\\/]no-end\.mjs,.*\(401\)/),
    expect.stringMatching(/a[\\/]too-long\.test\.ts,.*\(401\)/),
    expect.stringMatching(/a[\\/]with-blank-lines\.ts,.*\(401\)/),
  ]);
});
