import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** The gzipped bytes of a minified bundle for browsers that makes what the statement calls `it`. */
export async function bundleBytes(statement: string): Promise<number> {
  const id = 'virtual:entry';
  const bundle = await rolldown({
    input: id,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === id ? join(import.meta.dirname, 'entry.js') : undefined),
        load: (path) => (path === join(import.meta.dirname, 'entry.js') ? `${statement}\nglobalThis.it = it;` : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return gzipSync(output.map((it) => (it.type === 'chunk' ? it.code : '')).join(''), { level: 9 }).length;
}

/** Milliseconds that an import adds to the start of Node: its fastest start minus the fastest empty one, since noise only adds. */
export function coldImportMs(statement: string, rounds: number): number {
  const samples: { empty: number[]; full: number[] } = { empty: [], full: [] };
  for (let round = 0; round < rounds; round++) {
    samples.empty.push(startMs(''));
    samples.full.push(startMs(statement));
  }
  return Math.max(0, Math.min(...samples.full) - Math.min(...samples.empty));
}

function startMs(statement: string): number {
  const startedAt = performance.now();
  execFileSync(process.execPath, ['--input-type=module', '-e', statement], { cwd: import.meta.dirname });
  return performance.now() - startedAt;
}

/** What is installed with a package, the peers that it needs included: bytes, and how many packages besides itself. Of ours only what is published counts. */
export function installed(name: string): { bytes: number; dependencies: number } {
  const folders = new Set<string>();
  collect(name, import.meta.dirname, folders);
  const bytes = [...folders].reduce((sum, folder) => sum + published(folder).reduce((all, path) => all + sizeOf(path), 0), 0);
  return { bytes, dependencies: folders.size - 1 };
}

interface Manifest {
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

function collect(name: string, from: string, folders: Set<string>): void {
  const folder = locate(name, from);
  if (folders.has(folder)) return;
  folders.add(folder);
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const peers = Object.keys(peerDependencies ?? {}).filter((peer) => peerDependenciesMeta?.[peer]?.optional !== true);
  for (const dependency of [...Object.keys(dependencies ?? {}), ...peers]) collect(dependency, folder, folders);
}

function locate(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return realpathSync(folder);
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return locate(name, dirname(from));
}

/** A package of this workspace also holds its sources, which are not published. */
function published(folder: string): string[] {
  const isOurs = existsSync(join(folder, 'src')) && existsSync(join(folder, 'tsdown.config.ts'));
  return isOurs ? [join(folder, 'dist'), join(folder, 'package.json')] : [folder];
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
