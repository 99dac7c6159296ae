import { join } from 'node:path';
import ts from 'typescript';
import { SpecError } from '../spec-error.ts';

/** The settings with which a package is compiled. */
export function compilerOptions(folder: string): ts.CompilerOptions {
  const path = join(folder, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error) throw new SpecError(`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, '\n')}`);
  return ts.parseJsonConfigFileContent(config, ts.sys, folder).options;
}
