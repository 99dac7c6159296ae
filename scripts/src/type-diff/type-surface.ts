import ts from 'typescript';

/** What users of a generated module can write: each member by its path, with its type when that is not another record. */
export interface TypeSurface {
  members: ReadonlyMap<string, string>;
  /** All comments, sorted. */
  comments: readonly string[];
}

/** The end of the member that says that another one may be null. */
export const NULL = ' | null:';
const REFERENCE = /^components\["schemas"\]\["([^"]+)"\]$/;
/** Longer chains of references are not followed. */
const MAX_STEPS = 16;

/** Reads the members of a module's interfaces and types. The order of members and of the parts of a union does not count. */
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

/** The name without its quotes: it does not count whether a name needs them. */
function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : name.getText();
}

function addType(path: string, type: ts.TypeNode, members: Map<string, string>): void {
  if (ts.isTypeLiteralNode(type)) addMembers(path, type.members, members);
  else if (ts.isArrayTypeNode(type)) addType(`${path}[]`, type.elementType, members);
  else if (ts.isIntersectionTypeNode(type) && type.types.every(ts.isTypeLiteralNode))
    for (const part of type.types) addType(path, part, members);
  else if (ts.isParenthesizedTypeNode(type)) addType(path, type.type, members);
  else if (ts.isUnionTypeNode(type) && type.types.length === 2 && type.types.some(isNull)) {
    for (const part of type.types) if (!isNull(part)) addType(path, part, members);
    members.set(path + NULL, 'null');
  } else members.set(`${path}:`, textOf(type));
}

function isNull(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

function textOf(type: ts.TypeNode): string {
  if (ts.isParenthesizedTypeNode(type)) return textOf(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.map(textOf).sort().join(' | ');
  return type
    .getText()
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ');
}

/** The type of a member, whether it is written there or in a schema that a reference on the way names. */
export function memberAt(surface: TypeSurface, member: string, steps = 0): string | undefined {
  const own = surface.members.get(member);
  if (own !== undefined && !REFERENCE.test(own)) return own;
  if (steps > MAX_STEPS) return own;
  for (const { index } of [...member.matchAll(/[.[:]/g)].toReversed()) {
    const name = referredName(surface, `${member.slice(0, index)}:`);
    if (name !== undefined) return memberAt(surface, `components.schemas.${name}${member.slice(index)}`, steps + 1) ?? own;
  }
  return own;
}

/** The members of a surface. Where the other surface does not have the same reference, the members behind it are listed in its place. */
export function membersAgainst(surface: TypeSurface, other: TypeSurface): string[] {
  return [...surface.members.keys()].flatMap((member) => {
    const name = referredName(surface, member);
    if (name === undefined || name === referredName(other, member)) return [member];
    const [place, schema] = [member.slice(0, -1), `components.schemas.${name}`];
    return [...surface.members.keys()]
      .filter((inside) => inside.startsWith(schema) && /^[.[:]/.test(inside.slice(schema.length)))
      .map((inside) => place + inside.slice(schema.length));
  });
}

function referredName({ members }: TypeSurface, member: string): string | undefined {
  return REFERENCE.exec(members.get(member) ?? '')?.[1];
}
