import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Answer } from '../../serve/answer.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Nothing but what this origin serves itself may load, run, be sent to, or frame the page. */
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

const root = dirname(createRequire(import.meta.url).resolve('@mountsea-suno/sandbox/package.json'));
const cache = new Map<string, Uint8Array<ArrayBuffer>>();

function read(file: string): Uint8Array<ArrayBuffer> {
  const bytes = cache.get(file) ?? Uint8Array.from(readFileSync(join(root, file)));
  cache.set(file, bytes);
  return bytes;
}

/** Serves a file of this package, named in the code (never by a request); `.gz` goes out as it is. */
export function assetAnswer(file: string): Answer {
  const isGzipped = file.endsWith('.gz');
  const extension = file.replace(/\.gz$/, '').split('.').at(-1) ?? '';
  const type = types[extension] ?? 'application/octet-stream';
  const encoding: Record<string, string> = isGzipped ? { 'content-encoding': 'gzip' } : {};
  return { status: 200, headers: { ...pageHeaders, 'content-type': type, ...encoding }, body: read(file) };
}
