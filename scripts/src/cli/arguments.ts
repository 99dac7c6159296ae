import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { HOME } from '../sync/page-index.ts';
import { folderSite, type Site } from '../sync/site.ts';
import { type WebSiteOptions, webSite } from '../sync/web-site.ts';

/** The options that all steps of the pipeline share. */
const SHARED = { from: { type: 'string' }, 'accept-removals': { type: 'boolean' }, root: { type: 'string' } } as const;

/** Options of one call. */
export interface SpecOptions {
  from?: string;
  root?: string;
  [name: string]: string | boolean | undefined;
}

/** The options of the command line, or undefined, with a word on stderr, when they are wrong. */
export function specOptions(own: ParseArgsOptionsConfig, args: string[] = process.argv.slice(2)): SpecOptions | undefined {
  try {
    const { root, ...values } = parseArgs({ args, options: { ...SHARED, ...own } }).values;
    return { ...values, ...(typeof root === 'string' ? { root: callersPath(root) } : {}) } as SpecOptions;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    return undefined;
  }
}

/** A path as the caller of npm means it: npm itself moves to the folder of the package. */
export function callersPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The site that `--from` means: an https address, a `file://` address or a folder. */
export function siteFrom(from: string | undefined, options: WebSiteOptions = {}): Site {
  if (from === undefined) return webSite(HOME, options);
  if (/^file:/i.test(from)) return folderSite(fileURLToPath(from));
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return webSite(from, options);
  return folderSite(existsSync(callersPath(from)) ? callersPath(from) : resolve(from));
}

/** `YYYY-MM-DD`, UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
