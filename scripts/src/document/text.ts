import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The text of a file, or undefined when there is none. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Writes a file in one step, and only when its text changes. Tells whether it did. */
export function writeText(file: string, text: string): boolean {
  if (readText(file) === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  return true;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes what differs, removes what has no text any more, and gives the paths of both. */
export function writeAll(files: ReadonlyMap<string, string | undefined>): string[] {
  return [...files]
    .filter(([file, text]) => (text === undefined ? removeFile(file) : writeText(file, text)))
    .map(([file]) => file);
}

/** Whether all of it is on disk already. */
export function isWritten(files: ReadonlyMap<string, string | undefined>): boolean {
  return [...files].every(([file, text]) => readText(file) === text);
}

function removeFile(file: string): boolean {
  const existed = readText(file) !== undefined;
  rmSync(file, { force: true });
  return existed;
}
