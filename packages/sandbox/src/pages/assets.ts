import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxResponse } from '../response.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The page may load, run and call only what this origin serves, and no other page may frame it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // Swagger UI sets styles on elements
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of everything that belongs to a page. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** Serves a file of this package. Its name comes from the code, never from a request. A `.gz` file is sent compressed, as it is. */
export function assetResponse(file: string): SandboxResponse {
  const isGzipped = file.endsWith('.gz');
  const extension = file.replace(/\.gz$/, '').split('.').at(-1) ?? '';
  const type = types[extension] ?? 'application/octet-stream';
  const encoding: Record<string, string> = isGzipped ? { 'content-encoding': 'gzip' } : {};
  return { status: 200, headers: { ...pageHeaders, 'content-type': type, ...encoding }, body: read(file) };
}

const cache = new Map<string, Uint8Array<ArrayBuffer>>();

function read(file: string): Uint8Array<ArrayBuffer> {
  const bytes = cache.get(file) ?? Uint8Array.from(readFileSync(join(packageFolder(), file)));
  cache.set(file, bytes);
  return bytes;
}

let foundFolder: string | undefined;

/**
 * The folder of this package: the nearest one above this file that holds the assets. In a bundle, where this file is no longer in its
 * package, it is searched for among the packages that are installed above the working directory.
 */
function packageFolder(): string {
  if (foundFolder !== undefined) return foundFolder;
  const here: string | undefined = import.meta.url; // undefined in a CommonJS bundle
  const candidates = [
    ...(here?.startsWith('file:') === true ? foldersUp(dirname(fileURLToPath(here))) : []),
    ...foldersUp(process.cwd()).map((folder) => join(folder, 'node_modules', '@mountsea-suno', 'sandbox')),
  ];
  foundFolder = candidates.find((folder) => existsSync(join(folder, 'assets', 'dashboard', 'index.html')));
  if (foundFolder === undefined)
    throw new Error(
      'the files of its pages are not there. In a bundle, install @mountsea-suno/sandbox beside it to see the pages',
    );
  return foundFolder;
}

/** The folder and all those above it. */
function foldersUp(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
}
