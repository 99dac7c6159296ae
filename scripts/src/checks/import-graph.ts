import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';

/** What a file imports: every specifier, static or dynamic, of types or of values. */
export function importsOf(root: string, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(posix.join(root, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

/** The file inside the checkout that a relative import means. */
export function targetOf(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
}

/** The shortest ways from an entry to a Node built-in, each as `a.ts → b.ts → node:fs`. Other packages are not entered. */
export function builtinsReached(root: string, entry: string, files: ReadonlySet<string>): string[] {
  const ways: string[] = [];
  const seen = new Set([entry]);
  const queue: { file: string; way: readonly string[] }[] = [{ file: entry, way: [entry] }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const specifier of importsOf(root, next.file)) {
      if (isBuiltin(specifier)) ways.push([...next.way, specifier].join(' → '));
      const target = targetOf(next.file, specifier);
      if (target === undefined || seen.has(target) || !files.has(target)) continue;
      seen.add(target);
      queue.push({ file: target, way: [...next.way, target] });
    }
  }
  return ways;
}
