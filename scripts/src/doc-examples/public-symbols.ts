import { relative, sep } from 'node:path';
import ts from 'typescript';
import { compilerOptions } from './compiler-options.ts';

/** A public symbol, `name` or `Interface.method`, with the examples of its comment. */
export interface PublicSymbol {
  name: string;
  examples: string[];
}

/**
 * The public symbols of a package's entries, and what their documentation lacks. Exported symbols and methods need a comment and an
 * example; properties need a comment. What is re-exported from another package is documented there.
 */
export function publicSymbols(folder: string, entries: readonly string[]): { symbols: PublicSymbol[]; findings: string[] } {
  const program = ts.createProgram([...entries], compilerOptions(folder));
  const checker = program.getTypeChecker();
  const symbols = new Map<ts.Symbol, PublicSymbol>();
  const findings: string[] = [];
  const visit = (symbol: ts.Symbol, name: string, needsExample: boolean): void => {
    const declaration = symbol.declarations?.find((it) => isOwn(folder, it));
    if (!declaration || symbols.has(symbol)) return;
    const at = `${relative(folder, declaration.getSourceFile().fileName)}: ${name}`;
    const examples = examplesOf(symbol);
    symbols.set(symbol, { name, examples });
    if (ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === '') findings.push(`${at} has no comment`);
    if (needsExample && examples.length === 0) findings.push(`${at} has no example`);
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return;
    for (const member of declaration.members) {
      const its = member.name && !isHidden(member) ? checker.getSymbolAtLocation(member.name) : undefined;
      if (its) visit(its, `${name}.${its.name}`, ts.isMethodSignature(member) || ts.isMethodDeclaration(member));
    }
  };
  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) findings.push(`${relative(folder, entry)} is no module`);
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      visit(symbol, exported.name, true);
    }
  }
  return { symbols: [...symbols.values()], findings };
}

function isHidden(member: ts.ClassElement | ts.TypeElement): boolean {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return (
    modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.OverrideKeyword) ||
    (member.name !== undefined && ts.isPrivateIdentifier(member.name))
  );
}

function isOwn(folder: string, declaration: ts.Declaration): boolean {
  const { fileName } = declaration.getSourceFile();
  return fileName.startsWith(`${folder}${sep}src${sep}`) && !fileName.endsWith('.gen.ts');
}

function examplesOf(symbol: ts.Symbol): string[] {
  return symbol
    .getJsDocTags()
    .filter(({ name }) => name === 'example')
    .flatMap(({ text }) => [...ts.displayPartsToString(text).matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? ''));
}
