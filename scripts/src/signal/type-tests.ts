import { join, relative } from 'node:path';
import ts from 'typescript';
import { readText } from '../document/text.ts';
import type { Layout } from '../layout.ts';
import { typeProblems } from './virtual-program.ts';

/** Where type tests stand: the ones of today, or those that the last release passed. */
export type TypeTests = 'current' | 'released';

/**
 * Runs the type tests of the types package on these generated modules, which need not be written yet. Gives one line for each
 * failure, in a test or in the hand-written names; none where there are no such tests.
 */
export function typeTestFailures(layout: Layout, which: TypeTests, generated: ReadonlyMap<string, string | undefined>): string[] {
  const text = readText(which === 'current' ? layout.typeTests : layout.releasedTypeTests);
  if (text === undefined) return [];
  const folder = join(layout.root, 'packages/types');
  const test = join(folder, 'src/under-test.test-d.ts');
  const virtual = new Map([
    [test, text],
    ...[...generated].flatMap(([file, content]): [string, string][] => (content === undefined ? [] : [[file, content]])),
  ]);
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder, {}, join(folder, 'tsconfig.json'));
  const own = `${folder}/src/`.replaceAll('\\', '/');
  return typeProblems([test], virtual, options, (file) => file.startsWith(own)).map(
    ({ file, line, message }) => `${file === test ? `${which} type tests` : relative(layout.root, file)}:${line}: ${message}`,
  );
}
