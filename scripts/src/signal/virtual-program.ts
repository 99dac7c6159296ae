import ts from 'typescript';

/** The problems that TypeScript finds in these files, some of which may exist in memory only. */
export function typeProblems(
  roots: readonly string[],
  virtual: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  relevant: (file: string) => boolean = () => true,
): { file: string; line: number; message: string }[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => virtual.has(file) || fileExists(file);
  host.readFile = (file) => virtual.get(file) ?? readFile(file);
  host.directoryExists = (folder) =>
    [...virtual.keys()].some((file) => file.startsWith(`${folder}/`)) || ts.sys.directoryExists(folder);
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const text = virtual.get(file);
    return text === undefined ? getSourceFile(file, languageVersion, ...rest) : ts.createSourceFile(file, text, languageVersion);
  };
  const program = ts.createProgram(roots, options, host);
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, start, messageText }) => {
    if (file === undefined) throw new Error(`TypeScript cannot work here: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    if (!relevant(file.fileName)) return [];
    const line = start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0;
    return [{ file: file.fileName, line, message: ts.flattenDiagnosticMessageText(messageText, ' ') }];
  });
}
