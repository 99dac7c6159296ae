import ts from 'typescript';

/** The parsed declarations of the standard library and of other packages, which do not change while this process runs. */
const shared = new Map<string, ts.SourceFile | undefined>();

/**
 * The problems that TypeScript finds in these files, some of which may exist in memory only. Throws when TypeScript cannot work at
 * all, because that says nothing about the types.
 */
export function typeProblems(
  roots: readonly string[],
  virtual: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  relevant: (file: string) => boolean = () => true,
): { file: string; line: number; message: string }[] {
  const program = ts.createProgram(roots, options, hostOver(virtual, options));
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (file === undefined) throw new Error(`TypeScript cannot work here: ${message}`);
    if (!relevant(file.fileName)) return [];
    const line = start === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start).line + 1;
    return [{ file: file.fileName, line, message }];
  });
}

/** The file system, overlaid with files that exist in memory only. */
function hostOver(virtual: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => virtual.has(file) || fileExists(file);
  host.readFile = (file) => virtual.get(file) ?? readFile(file);
  host.directoryExists = (folder) =>
    [...virtual.keys()].some((file) => file.startsWith(`${folder}/`)) || ts.sys.directoryExists(folder);
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const text = virtual.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, languageVersion);
    if (!file.includes('/node_modules/')) return getSourceFile(file, languageVersion, ...rest);
    const key = JSON.stringify([file, languageVersion]);
    if (!shared.has(key)) shared.set(key, getSourceFile(file, languageVersion, ...rest));
    return shared.get(key);
  };
  return host;
}
