import { join, sep } from 'node:path';
import ts from 'typescript';
import { readText } from '../files.ts';
import { type Layout, shownPath } from '../layout.ts';
import { typeProblems } from './virtual-program.ts';

/** One line for each failure: of the type tests that the last release passed, and of those of today. */
export interface TypeTestFailures {
  released: readonly string[];
  current: readonly string[];
}

/**
 * Runs the type tests of the types package on these generated modules, which do not have to be on disk. A problem in the
 * hand-written names counts as a failure of both sets of tests.
 */
export function typeTestFailures(layout: Layout, generated: ReadonlyMap<string, string>): TypeTestFailures {
  const slashed = (path: string): string => path.replaceAll(sep, '/');
  const folder = slashed(join(layout.root, 'packages/types'));
  const current = readText(layout.typeTests);
  const released = readText(layout.releasedTypeTests) ?? current;
  const tests = new Map<string, string>();
  const files = { current: `${folder}/src/current.test-d.ts`, released: `${folder}/src/released.test-d.ts` };
  if (current !== undefined) tests.set(files.current, current);
  if (released !== undefined && released !== current) tests.set(files.released, released);
  const config = ts.readConfigFile(`${folder}/tsconfig.json`, ts.sys.readFile).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder, {}, `${folder}/tsconfig.json`);
  const problems = typeProblems(
    [...tests.keys()],
    new Map([...tests, ...[...generated].map(([file, text]): [string, string] => [slashed(file), text])]),
    options,
    (file) => file.startsWith(`${folder}/src/`),
  );
  const lines = (other: string, of: string): string[] =>
    problems
      .filter(({ file }) => file !== other)
      .map(({ file, line, message }) => `${tests.has(file) ? of : shownPath(layout, file)}:${line}: ${message}`);
  const now = lines(files.released, 'type tests');
  return { current: now, released: released === current ? now : lines(files.current, 'type tests of the last release') };
}
