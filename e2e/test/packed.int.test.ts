import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npm, packAll, publishedPackages, root, run } from '../src/pack.ts';

const fixtures = join(root, 'e2e', 'fixtures');
const workspace = mkdtempSync(join(tmpdir(), 'mountsea-packed-'));
const consumer = join(workspace, 'consumer');
let tarballs: string[] = [];

beforeAll(async () => {
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }\n');
  tarballs = await packAll(workspace);
  await npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs], consumer);
}, 180_000);

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** This process's Node, and every other one on the path: the oldest supported one is the host's on a new machine. */
function nodes(): string[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const others = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const found = others.filter((folder) => safeList(folder).includes(name)).map((folder) => join(folder, name));
  return [...new Set([process.execPath, ...found])];
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

describe.each(nodes())('installed in a clean folder, on %s', (node) => {
  test.each(['main-job.mjs', 'main-job.cjs'])('%s trains a model', async (script) => {
    writeFileSync(join(consumer, script), await readFixture(script));
    const { stdout } = await run(node, [script], { cwd: consumer, timeout: 60_000 });
    expect(JSON.parse(stdout)).toEqual({ id: expect.stringMatching(/^chirp-custom:[0-9a-f-]{36}$/), clips: 6, charged: 100 });
  });

  test('the command line shows its version', async () => {
    const { stdout } = await run(node, [join('node_modules', '@mountsea-suno', 'cli', 'bin', 'mountsea-suno.js'), '--version'], {
      cwd: consumer,
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\s*$/);
  });
});

test('its types hold without skipLibCheck', async () => {
  writeFileSync(join(consumer, 'consumer.ts'), await readFixture('consumer.ts'));
  expect(await typecheck('consumer.ts')).toBe('');
  writeFileSync(join(consumer, 'wrong.ts'), "import { createClient } from '@mountsea-suno/client';\ncreateClient({ apiKey: 1 });\n");
  expect(await typecheck('wrong.ts')).toContain('TS2322');
});

describe.each(publishedPackages().map((folder) => folder.slice(folder.lastIndexOf('/') + 1)))('%s', (name) => {
  const tarball = (): string => {
    const found = tarballs.find((path) => path.includes(`mountsea-suno-${name}-`));
    if (found === undefined) throw new Error(`no tarball of ${name}`);
    return found;
  };

  test('publint finds nothing', async () => {
    const { messages } = await publint({ pkgDir: join(consumer, 'node_modules', '@mountsea-suno', name), strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  test('its types resolve as its code does', async () => {
    const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const { stdout } = await run(process.execPath, [attw, tarball(), '--profile', 'esm-only', '--no-emoji', '--no-color'], { cwd: root });
    expect(stdout).toMatch(name === 'cli' ? /no types/i : /No problems found/);
  });
});

async function readFixture(name: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(join(fixtures, name), 'utf8');
}

/** What the compiler prints on one file of the consumer's; nothing when it is clean. */
async function typecheck(file: string): Promise<string> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2022'];
  const typeRoots = ['--typeRoots', join(root, 'node_modules', '@types'), '--types', 'node', '--lib', 'es2023,dom,dom.iterable,dom.asynciterable'];
  return run(process.execPath, [tsc, ...options, ...typeRoots, file], { cwd: consumer }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}
