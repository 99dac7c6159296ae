import ts from 'typescript';
import { typeProblems } from './virtual-program.ts';

/** The part of the standard library that generated modules use. Reading all of it would take a second. */
const LIBRARY = `
interface Array<T> { length: number; [index: number]: T }
interface Boolean {} interface Function {} interface CallableFunction {} interface NewableFunction {}
interface IArguments {} interface Number {} interface Object {} interface RegExp {} interface String {}
type Record<K extends keyof any, T> = { [P in K]: T };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type Exclude<T, U> = T extends U ? never : T;
`;

const HEADER = `
import type * as Old from './old.ts';
import type * as New from './new.ts';
type Body<Operation> = Operation extends { requestBody: { content: infer Content } } ? Content[keyof Content]
  : Operation extends { requestBody?: { content: infer Content } } ? Content[keyof Content] | undefined : undefined;
type Call<Operation> = Pick<Operation, Extract<keyof Operation, 'parameters'>> & { body: Body<Operation> };
type Responses<Operation> = Operation extends { responses: infer Found } ? Found : never;
`;

/**
 * The ids of the operations whose callers do not compile any more: a call that was written for the old types and that the new ones
 * refuse, or code that reads the old responses and does not accept the new ones.
 */
export function brokenOperations(oldModule: string, newModule: string, ids: readonly string[]): string[] {
  const checks = ids.map((id) => {
    const operation = `operations[${JSON.stringify(id)}]`;
    return `export const at${ids.indexOf(id)} = [(call: Call<Old.${operation}>): Call<New.${operation}> => call, (responses: Responses<New.${operation}>): Responses<Old.${operation}> => responses];`;
  });
  const files = new Map([
    ['/type-diff/lib.d.ts', LIBRARY],
    ['/type-diff/old.ts', oldModule],
    ['/type-diff/new.ts', newModule],
    ['/type-diff/check.ts', HEADER + checks.join('\n')],
  ]);
  const options: ts.CompilerOptions = {
    noLib: true,
    noEmit: true,
    strict: true,
    types: [],
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const first = HEADER.split('\n').length;
  const problems = typeProblems(['/type-diff/lib.d.ts', '/type-diff/check.ts'], files, options);
  return [
    ...new Set(
      problems.map(({ file, line, message }) =>
        file === '/type-diff/check.ts' ? (ids[line - first] ?? message) : `${file}: ${message}`,
      ),
    ),
  ];
}
