import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { SpecError, UsageError } from './errors.ts';
import { visibleText } from './printable.ts';
import { HOME } from './sync/page-index.ts';
import { folderSite, type Site } from './sync/site.ts';
import { type WebSiteOptions, webSite } from './sync/web-site.ts';

/**
 * Runs the main function of a command and turns its outcome into an exit code. Findings and files that cannot be read or written
 * exit with 1, wrong usage exits with 2; both are shown without a stack and without control characters.
 * `--help` shows the comment at the head of the command's file.
 */
export async function run(main: () => number | Promise<number>): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(headOf(process.argv[1] ?? ''));
    return;
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    const isUsage = error instanceof UsageError || codeOf(error).startsWith('ERR_PARSE_ARGS_');
    const isPlain = isUsage || error instanceof SpecError || (error instanceof Error && 'syscall' in error);
    console.error(isPlain ? visibleText((error as Error).message) : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function headOf(script: string): string {
  const [head = ''] = readFileSync(script, 'utf8').split(/^(?!\/\/)/m, 1);
  return head.replace(/^\/\/ ?/gm, '').trimEnd();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The options of the commands that read pages. */
export const SCRAPE: ParseArgsOptionsConfig = { from: { type: 'string' }, 'accept-removals': { type: 'boolean' } };

/** The values of a command's options. */
export interface SpecOptions {
  from?: string;
  root?: string;
  [name: string]: string | boolean | undefined;
}

/** Reads the command's own options and `--root`, which every command has. An unknown option is an error. */
export function specOptions(own: ParseArgsOptionsConfig = {}): SpecOptions {
  const { root, ...values } = parseArgs({ options: { ...own, root: { type: 'string' } } }).values;
  return { ...values, ...(typeof root === 'string' ? { root: callersPath(root) } : {}) } as SpecOptions;
}

/** A path relative to the folder in which npm was called: npm itself moves to the folder of the package. */
export function callersPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The site that `--from` names: an https address, a `file://` address or a folder. */
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

/** Today as `YYYY-MM-DD`, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A counter that stays on one line of a terminal. Elsewhere it is one line at the end. */
export function progressLine(what: string): (done: number, of: number) => void {
  return (done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} ${what}${done === of ? '\n' : ''}`);
    else if (done === of) console.error(`${of} ${what}`);
  };
}
