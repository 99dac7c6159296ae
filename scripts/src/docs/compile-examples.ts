import { join } from 'node:path';
import ts from 'typescript';
import { compilerOptions } from './public-symbols.ts';

/** An example of a comment. */
export interface Example {
  name: string;
  text: string;
}

/** An example as JavaScript. */
export interface Script {
  name: string;
  code: string;
}

/** Type-checks examples as if they were files of the package: its own name and those of its dependencies mean the built packages. */
export function compileExamples(folder: string, examples: readonly Example[]): { scripts: Script[]; findings: string[] } {
  const options: ts.CompilerOptions = {
    ...compilerOptions(folder),
    isolatedDeclarations: false,
    declaration: false,
    noUnusedLocals: false,
  };
  const files = new Map(examples.map((example, index) => [join(folder, 'doc-examples', `${index}.ts`), example]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? readFile(path);
  const program = ts.createProgram([...files.keys()], options, host);
  const findings = [...files].flatMap(([path, { name }]) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map(({ messageText, start, file }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `example ${name}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    }),
  );
  const scripts = examples.map(({ name, text }) => ({
    name,
    code: ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    }).outputText,
  }));
  return { scripts, findings };
}
