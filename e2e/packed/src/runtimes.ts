import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root, run } from './pack.ts';

/** A platform on which the packages run: makes a program of a few lines into one file in `folder`, runs it, and gives what it printed. */
export interface Runtime {
  name: string;
  run: (folder: string, program: Program) => Promise<string>;
}

/** A program: what it imports from the fixtures, and an expression whose value it prints. */
export interface Program {
  imports: string;
  prints: string;
}

const timeout = 60_000;
const modules = join(root, 'node_modules');

/** The other runtimes come as npm packages for this platform only. */
export const otherRuntimesAreHere: boolean = process.platform === 'linux' && process.arch === 'x64';

export const bun: Runtime = {
  name: 'Bun',
  run: async (folder, program) => {
    const file = await bundle(folder, script(program));
    return (await run(join(modules, '@oven/bun-linux-x64/bin/bun'), ['run', file], { cwd: folder, timeout })).stdout;
  },
};

export const deno: Runtime = {
  name: 'Deno',
  run: async (folder, program) => {
    const file = await bundle(folder, script(program));
    const env = { ...process.env, DENO_NO_UPDATE_CHECK: '1', DENO_DIR: folder };
    const args = ['run', '--allow-env', '--allow-net=127.0.0.1', '--no-remote', '--no-config', file];
    return (await run(join(modules, '@deno/linux-x64-glibc/deno'), args, { cwd: folder, timeout, env })).stdout;
  },
};

/** A worker, which has no Node built-ins. It may call addresses of this machine only. */
export const workerd: Runtime = {
  name: 'workerd',
  run: async (folder, { imports, prints }) => {
    const worker = `${imports} export default { async test() { console.log(await ${prints}); } };`;
    const file = await bundle(folder, worker);
    writeFileSync(
      join(folder, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "main", worker = (modules = [(name = "worker", esModule = embed "${file}")], compatibilityDate = "2026-01-01")),
  (name = "internet", network = (allow = ["local"]))]);
`,
    );
    const binary = join(modules, '@cloudflare/workerd-linux-64/bin/workerd');
    const { stdout, stderr } = await run(binary, ['test', 'config.capnp'], { cwd: folder, timeout });
    // It prints its own log too.
    return `${stdout}\n${stderr}`.split('\n').findLast((line) => line.startsWith('{')) ?? `${stdout}${stderr}`;
  },
};

/** A Node by its path. */
export function nodeAt(path: string): Runtime {
  return {
    name: path,
    run: async (folder, program) => (await run(path, [await bundle(folder, script(program))], { cwd: folder, timeout })).stdout,
  };
}

function script({ imports, prints }: Program): string {
  return `${imports} console.log(await ${prints});`;
}

/** One file without imports, by its name in the folder: a `node:` import would be left in it and fail the worker. */
async function bundle(folder: string, source: string): Promise<string> {
  const entry = 'virtual:entry';
  const file = 'program.mjs';
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : id.startsWith('fixtures/') ? join(root, 'e2e/packed', id) : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  await build.write({ file: join(folder, file), format: 'esm' });
  return file;
}
