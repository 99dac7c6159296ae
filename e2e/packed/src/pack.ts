import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Manifest } from './lowest-versions.ts';

/** Runs a program without a shell; rejects with its output when it fails. */
export const run: typeof execFile.__promisify__ = promisify(execFile);

export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** The folders of the packages that are published. */
export function publishedPackages(): string[] {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .map((name) => join(packages, name))
    .filter((folder) => existsSync(join(folder, 'package.json')) && readManifest(folder).private !== true);
}

/** Packs packages into `destination`. Returns the tarballs' paths. */
export async function pack(folders: Iterable<string>, destination: string): Promise<string[]> {
  const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination, ...folders], root);
  const packed = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>);
  return packed.map(({ filename }) => join(destination, filename));
}

/**
 * Packs every published package and everything they depend on into `destination`, so that a clean folder can install
 * them without a registry. Returns the tarballs' paths.
 */
export async function packAll(destination: string): Promise<string[]> {
  const folders = new Set<string>();
  for (const folder of publishedPackages()) collect(folder, folders);
  return pack(folders, destination);
}

/** Runs the npm on the path. */
export async function npm(args: readonly string[], cwd: string): Promise<{ stdout: string; stderr: string }> {
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', [...args], { cwd, shell: windows, maxBuffer: 64 * 1024 * 1024 });
}

function collect(folder: string, into: Set<string>): void {
  if (into.has(folder)) return;
  into.add(folder);
  for (const name of Object.keys(readManifest(folder).dependencies ?? {})) {
    const workspace = publishedPackages().find((other) => readManifest(other).name === name);
    collect(workspace ?? findInstalled(name, folder), into);
  }
}

/** Where Node would find `name` when a package in `from` imports it. */
export function findInstalled(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`${name}, which ${from} depends on, is not installed. Run npm ci.`);
  }
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
