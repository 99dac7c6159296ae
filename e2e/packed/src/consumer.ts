import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, root, run } from './pack.ts';

/** The programs of `fixtures/` that run in a consumer's folder, and what each prints in the end. */
export const jobs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'main-job.mjs': { id: /^chirp-custom:[0-9a-f-]{36}$/, clips: 6, charged: 100 },
  'main-job.cjs': { id: /^chirp-custom:[0-9a-f-]{36}$/, clips: 6, charged: 100 },
  'local-files.mjs': { problems: [], same: true, hosted: 200 },
};

/** Installs packages in a new folder: tarballs, and others by name and version. Pass `--offline` when there is no registry. */
export async function installIn(
  folder: string,
  tarballs: readonly string[],
  others: ReadonlyMap<string, string> = new Map(),
  ...flags: readonly string[]
): Promise<void> {
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, dependencies: Object.fromEntries(others) }),
  );
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...flags, ...tarballs], folder);
}

/** Runs one of the {@link jobs} in a consumer's folder and checks what it prints. */
export async function runJob(node: string, folder: string, job: string): Promise<void> {
  copyFileSync(join(root, 'e2e/packed/fixtures', job), join(folder, job));
  const { stdout } = await run(node, [job], { cwd: folder, timeout: 60_000 });
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  const expected = jobs[job] ?? {};
  assert.deepEqual(Object.keys(printed), Object.keys(expected));
  for (const [key, value] of Object.entries(expected))
    if (value instanceof RegExp) assert.match(String(printed[key]), value);
    else assert.deepEqual(printed[key], value);
}

/** What the installed command line prints. */
export async function runCommand(node: string, folder: string, ...args: readonly string[]): Promise<string> {
  const bin = join('node_modules', '@mountsea-suno', 'cli', 'bin', 'mountsea-suno.js');
  const { stdout } = await run(node, [bin, ...args], { cwd: folder, timeout: 60_000 });
  return stdout;
}

/** This process's Node, and every other one on the path: the oldest supported one is the host's on a new machine. */
export function nodes(): string[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const others = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const found = others
    .filter((folder) => existsSync(folder) && readdirSync(folder).includes(name))
    .map((folder) => join(folder, name));
  return [...new Set([process.execPath, ...found].map((path) => realpathSync(path)))];
}
