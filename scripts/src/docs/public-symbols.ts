import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { isRecord, objectAt } from '../contract/document.ts';
import { SpecError } from '../errors.ts';

/** A public symbol, `name` or `Interface.member`, with the examples of its comment. */
export interface PublicSymbol {
  name: string;
  examples: string[];
}

/**
 * The public symbols of a package's entries, and what their documentation lacks. Every exported symbol and every member of one needs a
 * comment. An example is needed where people begin: see `whatNeedsExample`. What another package exports is documented there, and
 * generated files get their comments from the contract.
 */
export function publicSymbols(folder: string, entries: readonly string[]): { symbols: PublicSymbol[]; findings: string[] } {
  const program = ts.createProgram([...entries], compilerOptions(folder));
  const checker = program.getTypeChecker();
  const symbols = new Map<ts.Symbol, PublicSymbol>();
  const findings: string[] = [];
  const visit = (symbol: ts.Symbol, name: string, exampleFor: string | undefined): void => {
    const declaration = symbol.declarations?.find((it) => isOwn(folder, it));
    if (!declaration || symbols.has(symbol)) return;
    const at = `${relative(folder, declaration.getSourceFile().fileName).replaceAll(sep, '/')}: ${name}`;
    const examples = examplesOf(symbol);
    symbols.set(symbol, { name, examples });
    if (ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === '') findings.push(`${at} has no comment`);
    if (exampleFor && examples.length === 0) findings.push(`${at} has no example; ${exampleFor} needs one`);
    for (const member of membersOf(declaration)) {
      const its = member.name && !isHidden(member) ? checker.getSymbolAtLocation(member.name) : undefined;
      if (its) visit(its, `${name}.${its.name}`, undefined);
    }
  };
  const exported = new Map<ts.Symbol, string>();
  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) findings.push(`${relative(folder, entry)} is not a module`);
    for (const symbol of module ? checker.getExportsOfModule(module) : [])
      exported.set(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol, symbol.name);
  }
  const needed = whatNeedsExample(checker, [...exported.keys()]);
  for (const [symbol, name] of exported) visit(symbol, name, needed.get(symbol));
  return { symbols: [...symbols.values()], findings };
}

/**
 * The exported symbols that need an example, each with the reason: a function, a class that callers construct or that has static
 * methods, an error class, and the type of the options that one of these functions or constructors takes. A parameter takes options
 * when it is called `options` or is taken apart in the parameter list.
 */
function whatNeedsExample(checker: ts.TypeChecker, exported: readonly ts.Symbol[]): Map<ts.Symbol, string> {
  const needed = new Map<ts.Symbol, string>();
  const takeOptions = (signatures: readonly ts.Signature[]): void => {
    for (const parameter of signatures.flatMap((signature) => signature.getParameters())) {
      const declaration = parameter.valueDeclaration;
      if (declaration === undefined || !ts.isParameter(declaration)) continue;
      if (!ts.isObjectBindingPattern(declaration.name) && parameter.name !== 'options') continue;
      for (const symbol of namesIn(checker.getTypeOfSymbolAtLocation(parameter, declaration)))
        if (exported.includes(symbol)) needed.set(symbol, 'an options object');
    }
  };
  for (const symbol of exported) {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined) continue;
    const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
    if (ts.isClassDeclaration(declaration)) {
      const constructors = isConstructible(declaration) ? type.getConstructSignatures() : [];
      if (extendsError(checker, checker.getDeclaredTypeOfSymbol(symbol))) needed.set(symbol, 'an error that people handle');
      else if (constructors.length > 0 || declaration.members.some(isPublicStatic)) {
        needed.set(symbol, 'a class that people construct');
        takeOptions(constructors);
      }
    } else if (type.getCallSignatures().length > 0) {
      needed.set(symbol, 'a function that people call');
      takeOptions(type.getCallSignatures());
    }
  }
  return needed;
}

/** The symbols that a type names: its alias and itself, through unions with undefined and helpers such as `Partial`. */
function namesIn(type: ts.Type): ts.Symbol[] {
  const own = [type.aliasSymbol, type.getSymbol()].filter((symbol) => symbol !== undefined);
  const parts = type.isUnionOrIntersection() ? type.types : [];
  return [...own, ...[...parts, ...(type.aliasTypeArguments ?? [])].flatMap(namesIn)];
}

function isConstructible(declaration: ts.ClassDeclaration): boolean {
  const hasModifier = (node: ts.HasModifiers, ...kinds: ts.SyntaxKind[]): boolean =>
    node.modifiers?.some(({ kind }) => kinds.includes(kind)) === true;
  if (hasModifier(declaration, ts.SyntaxKind.AbstractKeyword)) return false;
  return !declaration.members.some(
    (member) =>
      ts.isConstructorDeclaration(member) && hasModifier(member, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword),
  );
}

function isPublicStatic(member: ts.ClassElement): boolean {
  const isStatic = ts.canHaveModifiers(member) && member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  return isStatic === true && ts.isMethodDeclaration(member) && !isHidden(member);
}

function extendsError(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker
    .getBaseTypes(type as ts.InterfaceType)
    .some((base) => base.getSymbol()?.name === 'Error' || extendsError(checker, base));
}

/** The members of an interface, a class or an alias of an object type. The comment of a union describes its variants. */
function membersOf(declaration: ts.Declaration): readonly (ts.ClassElement | ts.TypeElement)[] {
  if (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration)) return [...declaration.members];
  return ts.isTypeAliasDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type) ? [...declaration.type.members] : [];
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

/** The source files of a package's entries: `./dist/x.js` of its `exports` is built from `src/x.ts`. */
export function entrySources(folder: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.values(objectAt(manifest, 'exports')).flatMap((target) => {
    const built = isRecord(target) ? target.default : undefined;
    return typeof built === 'string' ? [join(folder, built.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'))] : [];
  });
}

/** The settings with which a package is compiled. */
export function compilerOptions(folder: string): ts.CompilerOptions {
  const path = join(folder, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error) throw new SpecError(`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, '\n')}`);
  return ts.parseJsonConfigFileContent(config, ts.sys, folder).options;
}
