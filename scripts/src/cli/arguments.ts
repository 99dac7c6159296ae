import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { SpecError } from '../spec-error.ts';
import { HOME } from '../sync/page-index.ts';
import { folderSite, type Site } from '../sync/site.ts';
import { type WebSiteOptions, webSite } from '../sync/web-site.ts';
import { UsageError } from './usage-error.ts';

/** The options of the steps that read pages. */
export const SCRAPE: ParseArgsOptionsConfig = { from: { type: 'string' }, 'accept-removals': { type: 'boolean' } };

/** Options of one call. */
export interface SpecOptions {
  from?: string;
  root?: string;
  [name: string]: string | boolean | undefined;
}

/** The options of the command line: a step's own, and `--root`, which every step has. An unknown one is an error. */
export function specOptions(own: ParseArgsOptionsConfig = {}): SpecOptions {
  const { root, ...values } = parseArgs({ options: { ...own, root: { type: 'string' } } }).values;
  return { ...values, ...(typeof root === 'string' ? { root: callersPath(root) } : {}) } as SpecOptions;
}

/** A path as the caller of npm means it: npm itself moves to the folder of the package. */
export function callersPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The site that `--from` means: an https address, a `file://` address or a folder. */
export function siteFrom(from: string = HOME, options: WebSiteOptions = {}): Site {
  try {
    if (/^file:/i.test(from)) return existingFolder(fileURLToPath(from));
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return webSite(from, options);
    return existingFolder(existsSync(callersPath(from)) ? callersPath(from) : resolve(from));
  } catch (cause) {
    throw new UsageError(`--from: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function existingFolder(path: string): Site {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new SpecError(`there is no folder ${path}`);
  return folderSite(path);
}

/** `YYYY-MM-DD`, UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
