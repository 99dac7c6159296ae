import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from './support/a-folder.ts';

const root = join(import.meta.dirname, '../..');

/** Runs tests with the reporter; `mustRunAll` stands for the machine on which nothing may be skipped. */
function run(tests: string, mustRunAll: boolean, ...args: string[]): { code: number | null; said: string } {
  const folder = aFolder({
    'a.test.js': tests,
    'vitest.config.mjs': `import { skippedTests } from ${JSON.stringify(join(root, 'vitest.skipped-tests.ts'))};
export default { test: { globals: true, reporters: ['default', skippedTests(${mustRunAll})] } };`,
  });
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { code: status, said: stderr };
}

const runs = "test('runs', () => {});";
const skips = `${runs} describe.skipIf(true)('in zsh', () => test('completes', () => {}));`;

it('a skipped test is named, and fails the run where all must run', () => {
  expect(run(skips, true)).toEqual({ code: 1, said: expect.stringContaining('  a.test.js: in zsh > completes\n') });
  expect(run(skips, false)).toEqual({ code: 0, said: expect.stringContaining('  a.test.js: in zsh > completes\n') });
  expect(run(`${runs} test.only('alone', () => {});`, true).code).toBe(1);
});

it('a run without skipped tests passes, and so does one that was narrowed', () => {
  expect(run(runs, true)).toEqual({ code: 0, said: expect.not.stringContaining('Skipped') });
  expect(run(skips, true, '-t', 'runs')).toEqual({ code: 0, said: expect.not.stringContaining('Skipped') });
});
