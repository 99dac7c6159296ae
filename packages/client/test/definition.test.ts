import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { everyMethod } from './support/every-method.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const consumer = `${folder}src/consumer.ts`;
const names = Object.keys(everyMethod);
const source = `import { createClient } from './client.ts';\nconst client = createClient();\n${names.map((name) => `client.${name};`).join('\n')}\n`;

/** The editor's view of the package, with a file that names every method. */
function languageService(): ts.LanguageService {
  const { config } = ts.readConfigFile(`${folder}tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const read = (path: string): string | undefined => (path === consumer ? source : ts.sys.readFile(path));
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...fileNames.filter((path) => path.includes('/src/')), consumer],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === consumer || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
  });
}

test('going to the definition of a method lands on the lines that send its request', { timeout: 60_000 }, () => {
  const service = languageService();
  for (const [name, { operation }] of Object.entries(everyMethod)) {
    const at = source.indexOf(`client.${name};`) + `client.${name}`.length - 1;
    const [definition, ...others] = service.getDefinitionAtPosition(consumer, at) ?? [];
    expect(others, name).toEqual([]);
    const file = ts.sys.readFile(definition?.fileName ?? '') ?? '';
    const { start = 0, length = 0 } = definition?.contextSpan ?? {};
    const [method, path] = operation.split(' ');
    expect(file.slice(start, start + length), name).toMatch(new RegExp(`\\.${method}\\(\\s*'${path}'`));
  }
});
