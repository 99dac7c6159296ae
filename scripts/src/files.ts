import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Texts by the path of their file. `undefined` stands for a file that should not exist. */
export type FileTexts = ReadonlyMap<string, string | undefined>;

/** The text of a file, or undefined when the file does not exist. */
export function readText(file: string): string | undefined {
  return unlessMissing(() => readFileSync(file, 'utf8'));
}

/** The names of the YAML files in a folder, sorted. The list is empty when the folder does not exist. */
export function yamlFiles(folder: string): string[] {
  const names = unlessMissing(() => readdirSync(folder)) ?? [];
  return names.filter((file) => file.endsWith('.yaml')).sort();
}

/** Writes each file whose text differs, removes each file that should not exist, and returns the paths of both. */
export function writeAll(files: FileTexts): string[] {
  return [...files]
    .filter(([file, text]) => (text === undefined ? removeFile(file) : writeText(file, text)))
    .map(([file]) => file);
}

/** Whether `writeAll` would change nothing. */
export function isWritten(files: FileTexts): boolean {
  return [...files].every(([file, text]) => readText(file) === text);
}

/** Writes a file in one step, and only when its text changes. Returns whether it did. */
export function writeText(file: string, text: string): boolean {
  if (readText(file) === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  return true;
}

/** The first line of every generated source file: what it was made from, and how to make it again. */
export function banner(sources: string): string {
  return `// Generated from ${sources} by \`npm run generate\`. Do not edit.\n`;
}

/** The SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function removeFile(file: string): boolean {
  const existed = readText(file) !== undefined;
  rmSync(file, { force: true });
  return existed;
}

function unlessMissing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
