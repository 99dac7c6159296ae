import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { faultKinds } from '../src/faults/parse-fault-rule.ts';
import { defaultSwitches, type SandboxSwitches, switchChoices } from '../src/index.ts';

const folder = join(import.meta.dirname, '..');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

test('the table of switches names every switch and value, the default first', () => {
  const section = readme.slice(readme.indexOf('## Switches'), readme.indexOf('## Faults'));
  const rows = [...section.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, name = '', values = '']) => [name, values] as const);
  expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(switchChoices).sort());
  for (const [name, values] of rows) {
    const choices = switchChoices[name as keyof SandboxSwitches];
    const listed = values.replaceAll(/[`,]/g, '').trim().split(' ');
    if (typeof choices !== 'string') expect(listed.toSorted(), name).toEqual(choices.map(String).toSorted());
    const first = values.replaceAll(/[`,]/g, '').trim().split(' ')[0];
    expect(first, name).toBe(String(defaultSwitches[name as keyof SandboxSwitches] || (name === 'extraStatus' ? 'none' : first)));
  }
});

test('the table of faults names every kind', () => {
  const table = readme.slice(readme.indexOf('| kind |'));
  expect(faultKinds.filter((kind) => !table.includes(`\`${kind}\``))).toEqual([]);
});

/** The examples, but for those with the client: this package is built and tested without it. */
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)]
  .map(([, code = '']) => code)
  .filter((code) => !code.includes('@mountsea-suno/client'));

test('the examples are found', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(5);
});

test.each(blocks)('example %# runs', { timeout: 30_000 }, async (code) => {
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder, timeout: 25_000 });
});
