import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/src/doc-examples.ts', import.meta.url));
const folder = fileURLToPath(new URL('..', import.meta.url));

test('every public symbol has a comment and an example, and the examples compile and run', { timeout: 240_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script, folder]);
  expect(Number.parseInt(stdout, 10)).toBeGreaterThan(70);
});
