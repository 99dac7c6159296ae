import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installIn, jobs, nodes, runCommand, runJob } from '../src/consumer.ts';
import { npm, packAll, publishedPackages, root, run } from '../src/pack.ts';

const fixtures = join(root, 'e2e', 'packed', 'fixtures');
const workspace = mkdtempSync(join(tmpdir(), 'mountsea-packed-'));
const consumer = join(workspace, 'consumer');
let tarballs: string[] = [];

beforeAll(async () => {
  tarballs = await packAll(workspace);
  await installIn(consumer, tarballs, new Map(), '--offline');
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

describe.each(nodes())('installed in a clean folder, on %s', (node) => {
  test.each(Object.keys(jobs))('%s does its job', async (job) => {
    await runJob(node, consumer, job);
  });

  test('the command line shows its version', async () => {
    expect(await runCommand(node, consumer, '--version')).toMatch(/^\d+\.\d+\.\d+\s*$/);
  });
});

/** The compiler that this repository is built with, the newest, and the oldest, which does not know yet that Node can `require()` ES modules. */
const compilers = [
  ['5.9', join(root, 'node_modules'), 'ts'],
  ['7.0', join(root, 'e2e', 'compilers', '7', 'node_modules'), 'ts'],
  ['5.4', join(root, 'e2e', 'compilers', '5.4', 'node_modules'), 'mts'],
] as const;

test.each(compilers)('its types hold without skipLibCheck on TypeScript %s', async (version, modules, extension) => {
  const compiler = join(modules, 'typescript');
  expect(JSON.parse(await readFile(join(compiler, 'package.json'), 'utf8')).version).toMatch(`${version}.`);
  const wrong = "import { createClient } from '@mountsea-suno/client';\ncreateClient({ apiKey: 1 });\n";
  writeFileSync(join(consumer, `right.${extension}`), await readFixture('consumer.ts'));
  writeFileSync(join(consumer, `wrong.${extension}`), wrong);
  const found = await typecheck(compiler, `right.${extension}`, `wrong.${extension}`);
  expect(found.split('\n').filter((line) => /^\S/.test(line))).toEqual([
    expect.stringMatching(`^wrong.${extension}\\(2,16\\): error TS2322`),
  ]);
});

const names = publishedPackages().map((folder) => basename(folder));

test.each(names)('publint finds nothing in %s', async (name) => {
  const { messages } = await publint({
    pkgDir: join(consumer, 'node_modules', '@mountsea-suno', name),
    strict: true,
    pack: false,
  });
  expect(messages).toEqual([]);
});

// The command line has no types.
test.each(names.filter((name) => name !== 'cli'))('the types of %s resolve as its code does', async (name) => {
  const tarball = tarballs.find((path) => path.includes(`mountsea-suno-${name}-`));
  await attw(tarball ?? `no tarball of ${name}`);
});

test('both checks catch what is broken', async () => {
  const broken = join(workspace, 'broken');
  mkdirSync(broken);
  const manifest = {
    name: 'broken',
    version: '1.0.0',
    license: 'MIT',
    type: 'module',
    exports: { '.': { types: './a.d.cts', default: './a.js' }, './gone': './gone.js' },
  };
  writeFileSync(join(broken, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(broken, 'a.js'), 'export const a = 1;\n');
  writeFileSync(join(broken, 'a.d.cts'), 'declare const a: number;\nexport = a;\n');
  const { messages } = await publint({ pkgDir: broken, strict: true, pack: false });
  expect(messages.map(({ code }) => code)).toContain('FILE_DOES_NOT_EXIST');
  await npm(['pack', '--ignore-scripts', '--pack-destination', workspace], broken);
  await expect(attw(join(workspace, 'broken-1.0.0.tgz'))).rejects.toThrow();
});

/** "Are the types wrong": ends with an error when they are. */
async function attw(path: string): Promise<void> {
  const cli = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  await run(process.execPath, [cli, path, '--profile', 'esm-only', '--no-emoji', '--no-color'], { cwd: root });
}

async function readFixture(name: string): Promise<string> {
  return readFile(join(fixtures, name), 'utf8');
}

/** What a compiler prints on files of the consumer's; nothing when they are clean. */
async function typecheck(compiler: string, ...files: string[]): Promise<string> {
  const tsc = join(compiler, 'bin', 'tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--skipLibCheck',
    'false',
    '--module',
    'nodenext',
    '--target',
    'es2022',
  ];
  const typeRoots = [
    '--typeRoots',
    join(root, 'node_modules', '@types'),
    '--types',
    'node',
    '--lib',
    'es2023,dom,dom.iterable,dom.asynciterable',
  ];
  return run(process.execPath, [tsc, ...options, ...typeRoots, ...files], { cwd: consumer }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}
