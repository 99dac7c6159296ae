import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run } from '../src/pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'mountsea-runtimes-'));
const done = { id: 'chirp-custom:9b2e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11', clips: 6, creates: 1 };

/** The runtimes come as npm packages for this platform only; elsewhere these tests show as skipped. */
const here = process.platform === 'linux' && process.arch === 'x64';
const bun = join(root, 'node_modules/@oven/bun-linux-x64/bin/bun');
const deno = join(root, 'node_modules/@deno/linux-x64-glibc/deno');
const workerd = join(root, 'node_modules/@cloudflare/workerd-linux-64/bin/workerd');

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01"))]);
`;

beforeAll(async () => {
  await bundle("import { runJob } from './runtime-job.mjs'; console.log(await runJob());", 'script.mjs');
  await bundle(
    "import { runJob } from './runtime-job.mjs'; export default { async test() { console.log(await runJob()); } };",
    'worker.mjs',
  );
  writeFileSync(join(folder, 'config.capnp'), config);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(here)('client and workflow', () => {
  test('run on Bun', async () => {
    expect(existsSync(bun)).toBe(true);
    const { stdout } = await run(bun, ['run', 'script.mjs'], { cwd: folder, timeout: 60_000 });
    expect(JSON.parse(stdout)).toEqual(done);
  });

  test('run on Deno', async () => {
    const { stdout } = await run(deno, ['run', '--allow-env', '--no-remote', '--no-config', 'script.mjs'], {
      cwd: folder,
      timeout: 60_000,
      env: { ...process.env, DENO_NO_UPDATE_CHECK: '1', DENO_DIR: folder },
    });
    expect(JSON.parse(stdout)).toEqual(done);
  });

  test('run in a worker, which has no Node built-in', async () => {
    const { stdout, stderr } = await run(workerd, ['test', 'config.capnp'], { cwd: folder, timeout: 60_000 });
    expect(`${stdout}${stderr}`).toContain(JSON.stringify(done));
  });
});

/** One file without imports: a `node:` import would be left in it and fail the worker. */
async function bundle(source: string, file: string): Promise<void> {
  const entry = 'virtual:entry';
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) =>
          id === entry ? id : id === './runtime-job.mjs' ? join(root, 'e2e/packed/fixtures/runtime-job.mjs') : null,
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  await build.write({ file: join(folder, file), format: 'esm' });
}
