import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** Every example, and what it prints at the end. */
const examples: Readonly<Record<string, RegExp>> = {
  'commonjs.cjs': /^\d+\n$/,
  'resume.ts': /^chirp-custom:[0-9a-f-]{36}\n$/,
  'step-by-step.ts': /^chirp-custom:[0-9a-f-]{36}\n$/,
  'train.ts': /^chirp-custom:[0-9a-f-]{36} \S+\n$/,
};

let sandbox: RunningSandbox;
let home: string;

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 1_000, fetchAudio: true });
  home = mkdtempSync(join(tmpdir(), 'mountsea-examples-'));
});

afterAll(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

test('every example has a line in this test', () => {
  const files = readdirSync(folder).filter((name) => /\.(ts|cjs)$/.test(name));
  expect(files.sort()).toEqual(Object.keys(examples).sort());
});

test.concurrent.each(Object.entries(examples))('%s', { timeout: 120_000 }, async (file, printed) => {
  const before = sandbox.credits.charged;
  const { stdout } = await run(process.execPath, [file, ...sandbox.songUrls], {
    cwd: folder,
    env: {
      ...process.env,
      MOUNTSEA_API_KEY: sandbox.apiKey,
      MOUNTSEA_BASE_URL: sandbox.url,
      MOUNTSEA_USAGE_BASE_URL: sandbox.url,
      MOUNTSEA_SUNO_HOME: home,
    },
  });
  expect(stdout).toMatch(printed);
  expect(sandbox.credits.charged).toBeGreaterThanOrEqual(before);
});

test('three of them train, so three models are paid for', () => {
  expect(sandbox.credits.charges.filter(({ apiPath }) => apiPath.endsWith('/customModel/create'))).toHaveLength(3);
});

test('the README shows the first example as it is', () => {
  const readme = readFileSync(join(folder, '..', 'README.md'), 'utf8');
  const example = readFileSync(join(folder, 'train.ts'), 'utf8').split('\n').slice(2).join('\n').trim();
  expect(readme).toContain(example);
});
