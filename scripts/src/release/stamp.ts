import type { Documents } from '../assemble/assemble-all.ts';
import { sha256 } from '../document/text.ts';

/** A line that tells which contracts a changeset compares, so that a run with nothing new can stop early. */
export function stampOf(released: Documents, documents: Documents): string {
  return `<!-- contract ${sha256(JSON.stringify([released, documents])).slice(0, 16)} -->`;
}

/** A changeset without its stamp, as a changelog shows it. */
export function withoutStamp(text: string): string {
  return text.replace(/\n*<!-- contract [0-9a-f]+ -->\s*$/, '');
}
