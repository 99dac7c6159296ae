import { isRecord } from './document.ts';

/** How well a detail is known, by detail: `confirmed`, `guide`, `inferred`, `unknown`, or `ours` for a text that we wrote. */
export const EVIDENCE = 'x-evidence';
/** An overlay puts this beside a published schema: the API accepts (or sends) values of this other schema too. */
export const ALSO_ACCEPTS = 'x-also-accepts';
/** An overlay puts this beside a field: its description in English, for as long as its page has none in English. */
export const ENGLISH = 'x-english';
/** Marks the alternative that keeps a server's enum open. The generated types write it as `string & {}`. */
export const OPEN = 'x-open';

const MARKS: readonly string[] = [EVIDENCE, ALSO_ACCEPTS, ENGLISH, OPEN];

/** A pattern that fixes the beginning of a string and nothing else: `^chirp-custom:.+$`. The generated types write it as a template. */
export const TEMPLATE_PATTERN: RegExp = /^\^([\w:-]+)\.[+*]\$$/;

/** The same data without our marks, which a published page must not set. A property that is named like a mark stays. */
export function withoutMarks(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutMarks(item));
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => names || !MARKS.includes(key))
      .map(([key, member]) => [key, withoutMarks(member, !names && key === 'properties')]),
  );
}
