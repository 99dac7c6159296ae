import type { TypeSurface } from './type-surface.ts';

const REFERENCE = /^components\["schemas"\]\["([^"]+)"\]$/;
/** Longer chains of references are not followed. */
const MAX_STEPS = 16;

/** What stands at a member, whether it is written there or in the schema that a reference on the way names. */
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

/** The members of a surface; those behind a reference that the other surface does not have there are spelled out in its place. */
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
