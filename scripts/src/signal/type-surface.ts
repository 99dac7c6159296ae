import ts from 'typescript';

/** What a generated module lets its users say: each member by its path, with its type where it is no further record. */
export interface TypeSurface {
  members: ReadonlyMap<string, string>;
  /** All comments, in an order of their own. */
  comments: readonly string[];
}

/** Reads the surface of a module's exported interfaces and types. The order of members and of union parts does not count. */
export function typeSurface(text: string): TypeSurface {
  const file = ts.createSourceFile('surface.ts', text, ts.ScriptTarget.ES2022, true);
  const members = new Map<string, string>();
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement)) addMembers(statement.name.text, statement.members, members);
    else if (ts.isTypeAliasDeclaration(statement)) addType(statement.name.text, statement.type, members);
  }
  return { members, comments: (text.match(/\/\*\*[\s\S]*?\*\//g) ?? []).map((comment) => comment.replace(/\s+/g, ' ')).sort() };
}

function addMembers(path: string, list: ts.NodeArray<ts.TypeElement>, members: Map<string, string>): void {
  for (const member of list) {
    if (ts.isIndexSignatureDeclaration(member)) {
      members.set(`${path}.*`, 'optional');
      addType(`${path}.*`, member.type, members);
    }
    if (!ts.isPropertySignature(member) || member.type === undefined || member.type.kind === ts.SyntaxKind.NeverKeyword) continue;
    const here = `${path}.${nameOf(member.name)}`;
    members.set(here, member.questionToken ? 'optional' : 'required');
    addType(here, member.type, members);
  }
}

/** The name without its quotes: whether a name needs them is not part of the surface. */
function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : name.getText();
}

function addType(path: string, type: ts.TypeNode, members: Map<string, string>): void {
  if (ts.isTypeLiteralNode(type)) addMembers(path, type.members, members);
  else if (ts.isArrayTypeNode(type)) addType(`${path}[]`, type.elementType, members);
  else if (ts.isIntersectionTypeNode(type) && type.types.every(ts.isTypeLiteralNode))
    for (const part of type.types) addType(path, part, members);
  else if (ts.isParenthesizedTypeNode(type)) addType(path, type.type, members);
  else members.set(`${path}:`, textOf(type));
}

function textOf(type: ts.TypeNode): string {
  if (ts.isParenthesizedTypeNode(type)) return textOf(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.map(textOf).sort().join(' | ');
  return type
    .getText()
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ');
}
