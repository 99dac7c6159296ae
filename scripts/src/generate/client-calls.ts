import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A method of the client, and the operation that it calls. */
export interface ClientCall {
  /** How it is called, as in `client.tasks.get(taskId, options?)`. */
  call: string;
  /** The operation, as in `GET /suno/v2/status`. */
  operation: string;
  /** Where it stands: the file below `src`, and its line. */
  file: string;
  line: number;
}

/** Reads from the sources of the client which operation each of its methods calls: the first `this.#host.METHOD('/path', …)` in it. */
export function clientCalls(clientSource: string): ClientCall[] {
  const accessors = accessorsOf(parse(join(clientSource, 'client.ts')));
  return readdirSync(join(clientSource, 'resources'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => callsOf(parse(join(clientSource, 'resources', name)), `resources/${name}`, accessors));
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The prefix under which the client has each class of methods: `customModel.` for `CustomModelMethods`, nothing for the class that it extends. */
function accessorsOf(source: ts.SourceFile): Map<string, string> {
  const accessors = new Map<string, string>();
  const add = (type: ts.Node | undefined, accessor: string): void => {
    const [, name] = /^Methods<(\w+)>$/.exec(type?.getText(source) ?? '') ?? [];
    if (name !== undefined) accessors.set(name, accessor);
  };
  visit(source, (node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    for (const clause of node.heritageClauses ?? []) for (const type of clause.types) add(type, '');
    for (const member of node.members) if (ts.isPropertySignature(member)) add(member.type, `${member.name.getText(source)}.`);
  });
  return accessors;
}

function callsOf(source: ts.SourceFile, file: string, accessors: ReadonlyMap<string, string>): ClientCall[] {
  return source.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
    const accessor = accessors.get(declaration.name?.text ?? '');
    if (accessor === undefined)
      throw new Error(`${file}: no property of MountseaClient has the methods of ${declaration.name?.text}`);
    return declaration.members.flatMap((member) => {
      if (!ts.isPropertyDeclaration(member) || !member.initializer || !ts.isArrowFunction(member.initializer)) return [];
      const name = `${accessor}${member.name.getText(source)}`;
      const sent = firstRequest(member.initializer);
      if (sent === undefined) throw new Error(`${file}: ${name} calls no operation`);
      const parameters = member.initializer.parameters.map((it) => `${it.name.getText(source)}${it.questionToken ? '?' : ''}`);
      const { line } = source.getLineAndCharacterOfPosition(sent.node.getStart(source));
      return [{ call: `client.${name}(${parameters.join(', ')})`, operation: sent.operation, file, line: line + 1 }];
    });
  });
}

function firstRequest(method: ts.Node): { operation: string; node: ts.Node } | undefined {
  let found: { operation: string; node: ts.Node } | undefined;
  visit(method, (node) => {
    if (found || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [path] = node.arguments;
    const method = node.expression.name.text;
    if (/^[A-Z]+$/.test(method) && path && ts.isStringLiteral(path)) found = { operation: `${method} ${path.text}`, node };
  });
  return found;
}

function visit(node: ts.Node, onNode: (node: ts.Node) => void): void {
  onNode(node);
  ts.forEachChild(node, (child) => visit(child, onNode));
}
