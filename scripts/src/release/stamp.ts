import type { Documents } from '../assemble/assemble-all.ts';
import { sha256 } from '../document/text.ts';

/** A line that tells what a changeset is made of, so that a run with nothing new can stop early. */
export function stampOf(released: Documents, documents: Documents, unnamed: readonly string[]): string {
  return `<!-- contract ${sha256(JSON.stringify([released, documents, unnamed])).slice(0, 16)} -->`;
}

/** A changeset without its stamp, as a changelog shows it. */
export function withoutStamp(text: string): string {
  return text.replace(/\n*<!-- contract [0-9a-f]+ -->\s*$/, '');
}
